package io.sluice.ops.rehearse;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code sluice rehearse run}: plays a scenario and leaves a directory with its result. */
@Command(
        name = "run",
        description = {
            "Play a scenario, and leave a directory with its result, logs and report. Ctrl-C ends it early, with a report.",
            "Exits with 0 when every threshold held, 3 when one was missed, 2 when the scenario is wrong, 1 when it could not"
                    + " be played to its end.",
        },
        mixinStandardHelpOptions = true)
final class RehearseRunCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @ParentCommand
    private RehearseCommand rehearse;

    @Mixin
    private RunOptions options;

    @Override
    public Integer call() throws IOException {
        return rehearse.run(spec, options);
    }
}

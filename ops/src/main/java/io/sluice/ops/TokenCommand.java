package io.sluice.ops;

import io.sluice.engine.EngineContext;
import io.sluice.gateway.GatewayContext;
import io.sluice.gateway.SluiceConfig;
import io.sluice.gateway.admission.Role;
import io.sluice.gateway.admission.TokenIssuer;
import io.sluice.gateway.admission.TokenVerifier;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code sluice token}: tokens that a gateway with this configuration's shared secret takes. */
@Command(
        name = "token",
        description = "Print tokens for a gateway that is configured with a shared secret.",
        mixinStandardHelpOptions = true)
final class TokenCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--config", paramLabel = "FILE", required = true, description = "The gateway's configuration.")
    private Path config;

    @Option(names = "--role", required = true, converter = RoleConverter.class, description = Role.CLAIMS + ".")
    private Role role;

    @Option(names = "--subject", required = true, description = "Who they are: a positive number.")
    private long subject;

    @Option(names = "--name", description = "What they call themselves.")
    private String name;

    @Option(
            names = "--count",
            defaultValue = "1",
            description = "How many, a line each, of subjects that count up; ${DEFAULT-VALUE} by default.")
    private int count;

    @Option(names = "--hours", defaultValue = "12", description = "How long it is good; ${DEFAULT-VALUE} by default.")
    private int hours;

    @Override
    public Integer call() {
        if (subject <= 0 || count <= 0 || hours <= 0) {
            throw new ParameterException(spec.commandLine(), "--subject, --count and --hours have to be above 0");
        }
        if (subject > TokenVerifier.MAX_SUBJECT - count + 1) {
            throw new ParameterException(
                    spec.commandLine(), "--subject has to end at " + TokenVerifier.MAX_SUBJECT + " or before");
        }
        if (name != null && !TokenVerifier.isName(name)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--name has 1 to " + TokenVerifier.MAX_NAME_LENGTH + " characters, not all blank");
        }
        try {
            final GatewayContext context = new GatewayContext();
            SluiceConfig.read(config).fill(new EngineContext(), context);
            final long expiresAtMs = System.currentTimeMillis() + TimeUnit.HOURS.toMillis(hours);
            final TokenIssuer issuer = context.tokenIssuer();
            final PrintWriter out = spec.commandLine().getOut();
            for (long each = subject; each < subject + count; each++) {
                out.println(issuer.issue(role, each, name, expiresAtMs));
            }
            out.flush();
            return 0;
        } catch (final IOException unreadable) {
            throw new ParameterException(spec.commandLine(), "--config " + config + ": " + unreadable, unreadable);
        } catch (final IllegalArgumentException off) {
            throw new ParameterException(spec.commandLine(), config + ": " + off.getMessage(), off);
        }
    }

    /** A role by the word that stands for it in a token. */
    static final class RoleConverter implements picocli.CommandLine.ITypeConverter<Role> {
        @Override
        public Role convert(final String claim) {
            for (final Role role : Role.values()) {
                if (role.claim().equals(claim)) {
                    return role;
                }
            }
            throw new picocli.CommandLine.TypeConversionException("there is no role '" + claim + "'");
        }
    }
}

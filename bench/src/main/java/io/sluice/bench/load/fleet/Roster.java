package io.sluice.bench.load.fleet;

import java.util.List;

/**
 * Who is to play.
 *
 * @param port           of the coordinator; 0 for one that is free.
 * @param local          how many children of this process, on this machine.
 * @param remote         how many come from elsewhere.
 * @param secret         what all of them share.
 * @param workerCommand  what a child is, {@code java -jar ... rehearse worker --connect}; {@code host:port} is put behind it.
 */
public record Roster(int port, int local, int remote, Secret secret, List<String> workerCommand) {
    /** A child finds the secret under this name in its environment. */
    public static final String SECRET_VARIABLE = "SLUICE_REHEARSE_SECRET";
    /** Each has a loopback address of its own, and sends its figures every second. */
    public static final int MOST = 100;

    /** Copies the list. */
    public Roster {
        workerCommand = List.copyOf(workerCommand);
    }

    /** All of them. */
    public int size() {
        return local + remote;
    }
}

package io.sluice.ops;

import java.nio.file.Path;

/** {@code sluice demo} on a directory, up and seeded. Closing it kills it. */
public final class DemoProcess implements AutoCloseable {
    private final SluiceProcess process;
    private final int port;
    private final int managementPort;
    private final Path data;
    private final ShopClient shop;

    private DemoProcess(final Path data, final int port, final int managementPort, final int crowd) {
        this.data = data;
        this.port = port;
        this.managementPort = managementPort;
        shop = new ShopClient(port);
        process = SluiceProcess.start(
                "demo",
                "--port",
                Integer.toString(port),
                "--management-port",
                Integer.toString(managementPort),
                "--data",
                data.toString(),
                "--crowd",
                Integer.toString(crowd));
    }

    /** A silent demo at ports of its own choice. */
    public static DemoProcess start(final Path data) {
        return start(data, 0);
    }

    /** A demo with a crowd. */
    public static DemoProcess start(final Path data, final int crowd) {
        return new DemoProcess(data, FreePort.next(), FreePort.next(), crowd).awaitOpen();
    }

    /** The same again: directory, ports, no crowd. The one before has to be gone. */
    public DemoProcess startAgain() {
        return new DemoProcess(data, port, managementPort, 0).awaitOpen();
    }

    private DemoProcess awaitOpen() {
        try {
            process.awaitOut("Ctrl-C ends");
            return this;
        } catch (final RuntimeException | Error neverOpened) {
            process.close();
            throw neverOpened;
        }
    }

    public SluiceProcess process() {
        return process;
    }

    public ShopClient shop() {
        return shop;
    }

    public int port() {
        return port;
    }

    public int managementPort() {
        return managementPort;
    }

    /** Where its page lies: {@code http://host:port}. */
    public String address() {
        return "http://localhost:" + port;
    }

    public Path data() {
        return data;
    }

    @Override
    public void close() {
        process.close();
    }
}

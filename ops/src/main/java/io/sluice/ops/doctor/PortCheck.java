package io.sluice.ops.doctor;

import io.sluice.gateway.GatewayProperty;

/** Whether one of the two ports can be listened at. */
final class PortCheck implements Check {
    private final String name;
    private final GatewayProperty address;
    private final GatewayProperty port;

    private PortCheck(final String name, final GatewayProperty address, final GatewayProperty port) {
        this.name = name;
        this.address = address;
        this.port = port;
    }

    /** The one for viewers. */
    static PortCheck ofPublic() {
        return new PortCheck("port", GatewayProperty.HOST, GatewayProperty.PORT);
    }

    /** The one for health and metrics. */
    static PortCheck ofManagement() {
        return new PortCheck("management-port", GatewayProperty.MANAGEMENT_HOST, GatewayProperty.MANAGEMENT_PORT);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Finding look(final Host host, final ServerPlan plan) {
        final int number = plan.gateway().number(port);
        final String at = plan.gateway().text(address) + ":" + number;
        final String fault = host.listenFault(plan.gateway().text(address), number);
        return fault == null
                ? Finding.ok(number == 0 ? "any that is free" : at + " is free")
                : Finding.fail(
                        at + ": " + fault,
                        "free, for the server to listen at",
                        "ss -ltnp 'sport = :" + number + "' names who has it; or another " + port.propertyName());
    }
}

package io.sluice.ops;

import picocli.CommandLine.IVersionProvider;

/** Tells the version in the jar's manifest, and that of the Java it runs on. */
final class SluiceVersion implements IVersionProvider {
    @Override
    public String[] getVersion() {
        final String version = Sluice.class.getPackage().getImplementationVersion();
        return new String[] {
            "sluice " + (version == null ? "(unpackaged)" : version),
            "java " + System.getProperty("java.version") + " (" + System.getProperty("java.vendor") + ")",
        };
    }
}

/**
 * {@code sluice doctor}: looks at a host before the show and says what would go wrong there. One check a class, each with
 * what it found, what it should be and the command that changes it; a check asks a {@link io.sluice.ops.doctor.Host} and
 * nothing else, so that a test can be any machine. Nothing is changed but a file of the disk's test, which is deleted.
 */
package io.sluice.ops.doctor;

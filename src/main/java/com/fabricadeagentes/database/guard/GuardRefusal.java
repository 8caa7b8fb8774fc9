package com.fabricadeagentes.database.guard;

/**
 * A statement was kept from the driver because it could touch another tenant's rows. Always a fault of the program,
 * never of the user; the message names table and reason and no value.
 */
public final class GuardRefusal extends RuntimeException {

    GuardRefusal(String reason) {
        super("the tenant guard refused a statement: " + reason);
    }
}

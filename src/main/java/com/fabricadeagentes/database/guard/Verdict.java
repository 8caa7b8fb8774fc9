package com.fabricadeagentes.database.guard;

import java.util.List;

/** What a statement's text alone says about the tenants it can touch. */
sealed interface Verdict {

    /** Touches no tenant's table. */
    record Free() implements Verdict {}

    /**
     * Touches tenants' tables, and only rows of the one tenant that all of the ties name.
     *
     * @param table the first of the tables, for people
     */
    record Bound(String table, List<Tie> ties) implements Verdict {}

    /** Could touch other tenants' rows. */
    record Refused(String reason) implements Verdict {}
}

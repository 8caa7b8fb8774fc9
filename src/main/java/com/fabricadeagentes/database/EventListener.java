package com.fabricadeagentes.database;

import com.fabricadeagentes.kernel.Event;

/**
 * Hears of an event after its transaction, at least once, over crashes; so it does the same when it hears it twice. The
 * event's tenant is bound, its actor is the platform. A throw is tried again later.
 */
public interface EventListener<E extends Event> {

    /** A name of its own that is never changed: it is stored with what is yet to be heard. */
    String name();

    Class<E> type();

    void on(E event);
}

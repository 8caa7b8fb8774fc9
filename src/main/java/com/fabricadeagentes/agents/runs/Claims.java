package com.fabricadeagentes.agents.runs;

import com.fabricadeagentes.agents.RunId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes runs over and tells whether a lease still holds. */
@Service
public class Claims {

    private final Runs runs;

    Claims(Runs runs) {
        this.runs = runs;
    }

    @Transactional
    public Lease claim(RunId run) {
        return new Lease(run, runs.takeOver(run));
    }

    @Transactional(readOnly = true)
    public boolean holds(Lease lease) {
        return runs.find(lease.run())
                .filter(run -> run.fencing() == lease.fencing())
                .isPresent();
    }
}

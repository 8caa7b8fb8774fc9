package com.fabricadeagentes.agents.runs;

import com.fabricadeagentes.agents.loop.RunEvent.Needs;
import com.fabricadeagentes.agile.StoryId;
import com.fabricadeagentes.agile.StoryRuns;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Tells the board how runs hold their stories. */
@Component
class HeldStories implements StoryRuns {

    private final Runs runs;
    private final ObjectProvider<PeopleOnRuns> people;

    /** People's acts need the board, which needs this. */
    HeldStories(Runs runs, ObjectProvider<PeopleOnRuns> people) {
        this.runs = runs;
        this.people = people;
    }

    @Override
    public Hold holdOn(StoryId story) {
        return runs.onItsWay(story).map(HeldStories::hold).orElse(Hold.NONE);
    }

    private static Hold hold(Run run) {
        if (run.committing()) {
            return Hold.COMMITTING;
        }
        return run.needs() == Needs.APPROVAL ? Hold.AWAITING_APPROVAL : Hold.ON_ITS_WAY;
    }

    @Override
    public void cancel(StoryId story) {
        runs.onItsWay(story).ifPresent(run -> people.getObject().end(run));
    }
}

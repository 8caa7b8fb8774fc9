package com.fabricadeagentes.agents.planning;

import com.fabricadeagentes.agents.loop.RunEvent.Brief;
import com.fabricadeagentes.agents.planning.Planner.NoPlan;
import com.fabricadeagentes.agile.Board;
import com.fabricadeagentes.agile.StoryId;
import com.fabricadeagentes.agile.StoryWritten;
import com.fabricadeagentes.database.EventListener;
import com.fabricadeagentes.llm.Models;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Plans a story as soon as it is written, so that its tasks are there before anybody moves it. */
@Component
class PlanStory implements EventListener<StoryWritten> {

    private static final Logger LOG = LoggerFactory.getLogger(PlanStory.class);

    private final Board board;
    private final Planner planner;
    private final Models models;
    private final TransactionTemplate transaction;

    PlanStory(Board board, Planner planner, Models models, TransactionTemplate transaction) {
        this.board = board;
        this.planner = planner;
        this.models = models;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return "plan-story";
    }

    @Override
    public Class<StoryWritten> type() {
        return StoryWritten.class;
    }

    /** The model is asked outside of any transaction; a plan for a text that is no longer there is dropped. */
    @Override
    public void on(StoryWritten event) {
        var id = new StoryId(event.storyId());
        var story = board.story(id);
        if (story.textVersion() != event.textVersion()) {
            return;
        }
        var project = board.project(story.project());
        var brief = new Brief(
                project.key(),
                project.name(),
                project.stack(),
                story.key(),
                story.title(),
                story.description(),
                story.acceptanceCriteria(),
                false);
        try {
            var tasks = planner.plan(brief, models.choice());
            transaction.executeWithoutResult(_ -> board.planned(id, event.textVersion(), tasks));
        } catch (NoPlan none) {
            LOG.info("Story {} could not be planned: {}", story.key(), none.getMessage());
            transaction.executeWithoutResult(_ -> board.planningFailed(id, event.textVersion()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while planning", stopped);
        }
    }
}

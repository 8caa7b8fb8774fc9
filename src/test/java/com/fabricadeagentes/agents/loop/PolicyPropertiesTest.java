package com.fabricadeagentes.agents.loop;

import static org.assertj.core.api.Assertions.assertThat;

import com.fabricadeagentes.agents.Phase;
import com.fabricadeagentes.agents.loop.RunEvent.Answered;
import com.fabricadeagentes.agents.loop.RunEvent.Budget;
import com.fabricadeagentes.agents.loop.RunEvent.Committed;
import com.fabricadeagentes.agents.loop.RunEvent.Conflicted;
import com.fabricadeagentes.agents.loop.RunEvent.Finding;
import com.fabricadeagentes.agents.loop.RunEvent.Merged;
import com.fabricadeagentes.agents.loop.RunEvent.ModelFailed;
import com.fabricadeagentes.agents.loop.RunEvent.ModelRequested;
import com.fabricadeagentes.agents.loop.RunEvent.Needs;
import com.fabricadeagentes.agents.loop.RunEvent.Rebased;
import com.fabricadeagentes.agents.loop.RunEvent.Reviewed;
import com.fabricadeagentes.agents.loop.RunEvent.ToolUsed;
import com.fabricadeagentes.agents.loop.RunEvent.Word;
import com.fabricadeagentes.kernel.Json;
import com.fabricadeagentes.llm.ContentBlock.Text;
import com.fabricadeagentes.llm.ContentBlock.ToolCall;
import com.fabricadeagentes.llm.ContentBlock.ToolResult;
import com.fabricadeagentes.llm.Message;
import com.fabricadeagentes.llm.ModelFault;
import com.fabricadeagentes.llm.StopReason;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever models, tools, gates, repositories and people do, these things hold of every run. */
class PolicyPropertiesTest {

    private static final Budget BUDGET = new Budget(3, 25, 60, 1_000_000);
    private static final int MOST_STEPS = 5_000;
    private static final int MOST_WORDS_OF_PEOPLE = 4;

    /** Plays the whole run by chance, and watches. */
    private static final class Chance {

        final Random random;
        final Play play;
        final Map<String, List<Message>> heard = new HashMap<>();
        int words;
        boolean lintOk;
        boolean testOk;
        boolean approved;
        boolean treeKnownGreen;
        int trees;

        Chance(long seed) {
            random = new Random(seed);
            play = Play.begun(BUDGET, random.nextBoolean());
        }

        /** @return whether the run is over or waits for a person who says no more */
        boolean step() {
            switch (play.next()) {
                case Step.End _ -> {
                    return true;
                }
                case Step.AwaitPerson _ -> {
                    return !speak();
                }
                case Step.Note(var event) -> play.happened(event);
                case Step.MakePlan _ -> play.happened(new RunEvent.Plan(Play.tasks()));
                case Step.AskModel ask -> {
                    if (!ask.said().isEmpty()) {
                        play.happened(new ModelRequested(ask.agent(), ask.said(), ask.maxTokens()));
                    }
                    answer(ask.agent());
                }
                case Step.ShowDiff(var agent) -> {
                    play.happened(new ModelRequested(agent, play.state().saying(agent, "<diff>"), 100));
                    answer(agent);
                }
                case Step.UseTool(var agent, var call) -> use(agent, call);
                case Step.RunGate(var phase) -> gate(phase);
                case Step.Commit _ -> commit();
            }
            watch();
            return false;
        }

        private boolean speak() {
            if (words++ >= MOST_WORDS_OF_PEOPLE) {
                return false;
            }
            boolean approval = play.state().waiting().orElseThrow().needs() == Needs.APPROVAL;
            var word = approval ? (random.nextBoolean() ? Word.APPROVE : Word.REJECT) : Word.ANSWER;
            approved = approved || word == Word.APPROVE;
            play.happened(new Answered(word, "do it so", "ana"));
            return true;
        }

        private void answer(String agent) {
            int dice = random.nextInt(20);
            if (dice == 0) {
                play.happened(new ModelFailed(agent, ModelFault.Kind.OVERLOADED, "busy", null));
                return;
            }
            var stop =
                    dice < 16 ? StopReason.TOOL_USE : StopReason.values()[random.nextInt(StopReason.values().length)];
            var ending = AgentType.reviews(agent) ? "submit_review" : "finish";
            var content = switch (random.nextInt(5)) {
                case 0 -> List.<com.fabricadeagentes.llm.ContentBlock>of();
                case 1 -> List.<com.fabricadeagentes.llm.ContentBlock>of(new Text("hm"));
                case 2 -> List.<com.fabricadeagentes.llm.ContentBlock>of(play.call("write_file"), play.call(ending));
                default -> List.<com.fabricadeagentes.llm.ContentBlock>of(play.call(ending));
            };
            play.happened(play.answer(agent, stop, content.toArray(com.fabricadeagentes.llm.ContentBlock[]::new)));
        }

        private void use(String agent, ToolCall call) {
            boolean ending = !call.name().equals("write_file");
            var tree = ending ? null : "tree-" + ++trees;
            if (tree != null && !AgentType.reviews(agent)) {
                lintOk = false;
                testOk = false;
            }
            play.happened(new ToolUsed(
                    agent,
                    call.id(),
                    call.name(),
                    call.input(),
                    "ok",
                    true,
                    1,
                    AgentType.reviews(agent) ? null : tree,
                    ending));
            if (call.name().equals("submit_review")) {
                boolean good = random.nextInt(4) > 0;
                play.happened(
                        new Reviewed(agent, good, good ? List.of() : List.of(new Finding("low", null, null, "no"))));
            }
        }

        private void gate(Phase phase) {
            boolean ok = random.nextInt(3) > 0;
            lintOk = phase == Phase.LINT ? ok : lintOk;
            testOk = phase == Phase.TEST ? ok : testOk;
            play.happened(play.gate(phase, ok, "output " + (char) ('a' + random.nextInt(26))));
        }

        private void commit() {
            assertThat(lintOk && testOk).as("only what is green is committed").isTrue();
            assertThat(approved || !play.state().brief().mergeNeedsApproval()).isTrue();
            switch (random.nextInt(4)) {
                case 0 -> {
                    lintOk = false;
                    testOk = false;
                    play.happened(new Rebased("main-" + ++trees, "tree-" + ++trees));
                }
                case 1 -> {
                    lintOk = false;
                    testOk = false;
                    play.happened(new Conflicted("main-" + ++trees, "tree-" + ++trees, List.of("A")));
                }
                default -> play.happened(new Committed("c", "b"), new Merged("c", "base"));
            }
        }

        private void watch() {
            var state = play.state();
            assertThat(state.spent().turns()).isLessThanOrEqualTo(BUDGET.maxTurns());
            assertThat(state.spent().fixes()).isLessThanOrEqualTo(BUDGET.maxRetries());
            for (var agent : List.of(AgentType.CODE_GENERATOR, AgentType.TEST_WRITER, AgentType.CODE_REVIEWER)) {
                var now = state.messages(agent);
                var before = heard.getOrDefault(agent, List.of());
                assertThat(now.subList(0, before.size())).isEqualTo(before);
                heard.put(agent, now);
            }
        }
    }

    private static Chance played(long seed) {
        var chance = new Chance(seed);
        int steps = 0;
        while (!chance.step()) {
            assertThat(++steps).as("a run ends").isLessThan(MOST_STEPS);
        }
        return chance;
    }

    @Property(tries = 400)
    void every_run_ends_or_waits_within_its_budgets_and_commits_only_what_is_green(@ForAll long seed) {
        assertThat(played(seed).play.next()).isInstanceOfAny(Step.End.class, Step.AwaitPerson.class);
    }

    @Property(tries = 100)
    void a_state_folded_at_once_is_the_one_that_grew(@ForAll long seed) {
        var play = played(seed).play;
        var folded = RunState.fold(play.events());
        assertThat(Policy.next(folded)).isEqualTo(play.next());
        assertThat(folded.messages(AgentType.CODE_GENERATOR))
                .isEqualTo(play.state().messages(AgentType.CODE_GENERATOR));
        assertThat(folded.spent()).isEqualTo(play.state().spent());
    }

    @Property(tries = 100)
    void every_call_of_a_tool_is_answered_once_in_the_message_that_follows_it(@ForAll long seed) {
        var play = played(seed).play;
        for (var agent : List.of(AgentType.CODE_GENERATOR, AgentType.TEST_WRITER, AgentType.CODE_REVIEWER)) {
            var messages = play.state().messages(agent);
            for (int i = 0; i + 1 < messages.size(); i++) {
                var calls = new HashSet<String>();
                messages.get(i).content().forEach(block -> {
                    if (block instanceof ToolCall call) {
                        calls.add(call.id());
                    }
                });
                if (calls.isEmpty()) {
                    continue;
                }
                var following = messages.get(i + 1).content();
                assertThat(following).allMatch(ToolResult.class::isInstance);
                assertThat(following.stream()
                                .map(block -> ((ToolResult) block).callId())
                                .toList())
                        .containsExactlyInAnyOrderElementsOf(calls);
            }
        }
    }

    @Property(tries = 50)
    void every_event_is_read_back_as_it_was_written(@ForAll long seed) {
        for (var recorded : played(seed).play.events()) {
            var json = Json.write(recorded.event());
            assertThat(Json.write(RunEvents.read(RunEvents.type(recorded.event()), json)))
                    .isEqualTo(json);
        }
    }
}

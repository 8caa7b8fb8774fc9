package com.fabricadeagentes.repositories.serving;

import com.fabricadeagentes.repositories.store.Refs;
import java.util.Collection;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.transport.PreReceiveHook;
import org.eclipse.jgit.transport.ReceiveCommand;
import org.eclipse.jgit.transport.ReceivePack;

/** What may be pushed: branches and tags, main only forward, and nothing of the runs'. */
final class PushRules implements PreReceiveHook {

    @Override
    public void onPreReceive(ReceivePack pack, Collection<ReceiveCommand> commands) {
        for (var command : commands) {
            var objection = objection(command);
            if (!objection.isEmpty()) {
                command.setResult(ReceiveCommand.Result.REJECTED_OTHER_REASON, objection);
            }
        }
    }

    private static String objection(ReceiveCommand command) {
        var ref = command.getRefName();
        if (ref.startsWith(Refs.RUN_BRANCHES) || ref.equals(Constants.R_HEADS + "runs")) {
            return "branches under runs/ belong to the platform";
        }
        if (!ref.startsWith(Constants.R_HEADS) && !ref.startsWith(Constants.R_TAGS)) {
            return "only branches and tags can be pushed";
        }
        if (ref.equals(Refs.MAIN)) {
            return switch (command.getType()) {
                case DELETE -> "main cannot be deleted";
                case UPDATE_NONFASTFORWARD -> "main only moves forward; fetch and rebase first";
                case CREATE, UPDATE -> "";
            };
        }
        return "";
    }
}

import { useCallback, useMemo } from "react";
import { ApiProblem, isPassing } from "../../api/client";
import type { Conversation } from "../../api/types";
import { type Translate, useT } from "../../i18n";
import { useInbox } from "../../live/session";
import { toast } from "../../ui/toasts";

/** Says what went wrong with an action, in words. */
function explain(error: unknown, t: Translate): void {
  if (isPassing(error)) toast(t("toast.noAnswer"));
  else if (
    error instanceof ApiProblem &&
    error.reasonKey === "held-by-another-operator" &&
    error.problem.holder
  ) {
    toast(t("toast.takenFirst", { holder: error.problem.holder.name }));
  } else if (error instanceof ApiProblem && error.status === 403) toast(t("toast.notAllowed"));
  else toast(t("toast.failed", { code: error instanceof ApiProblem ? error.reasonKey : "unexpected" }));
}

/** What can be done with a conversation, each with its words for success and failure. */
export function useActions(onLeave: (id: string) => void) {
  const t = useT();
  const inbox = useInbox();
  const attempt = useCallback(
    async (work: () => Promise<unknown>, done: () => void) => {
      try {
        await work();
        done();
      } catch (error) {
        explain(error, t);
      }
    },
    [t],
  );
  return useMemo(() => {
    const setResolved = (row: Conversation, resolved: boolean, undoable = true) =>
      attempt(
        () => inbox.setResolved(row.id, resolved),
        () => {
          const name = row.contact.name;
          const undo = { label: t("action.undo"), run: () => void setResolved(row, !resolved, false) };
          toast(t(resolved ? "toast.resolved" : "toast.reopened", { name }), undoable ? undo : undefined);
        },
      );
    return {
      take: (row: Conversation) =>
        attempt(
          () => inbox.take(row.id),
          () => toast(t("toast.taken", { name: row.contact.name })),
        ),
      takeOver: (row: Conversation) =>
        attempt(
          () => inbox.take(row.id, { takeOver: true }),
          () => toast(t("toast.tookOver", { name: row.assignee?.name ?? row.contact.name })),
        ),
      release: (row: Conversation) =>
        attempt(
          () => inbox.release(row.id),
          () => toast(t("toast.released", { name: row.contact.name })),
        ),
      resolve: (row: Conversation) => {
        onLeave(row.id);
        return setResolved(row, true);
      },
      reopen: (row: Conversation) => setResolved(row, false),
    };
  }, [attempt, inbox, t, onLeave]);
}

export type Actions = ReturnType<typeof useActions>;

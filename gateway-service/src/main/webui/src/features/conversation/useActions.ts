import { useCallback, useMemo } from "react";
import { ApiProblem, isPassing } from "../../api/client";
import type { Conversation, DoubtOutcome, Operator, TimelineItem } from "../../api/types";
import { type Translate, useT, withItsTexts } from "../../i18n";
import { called } from "../../lib/called";
import { useInbox } from "../../live/session";
import { toast } from "../../ui/Toasts";
import type { doubtSentence } from "./doubt/doubtSentence";
import type * as Sentences from "./refused/actionSentences";
import { withRefusalTexts } from "./refused/texts";

/** Reasons that hardly anybody meets come when they are met; without them, what is known has to do. */
const sentences = (say: (it: typeof Sentences) => string | null): Promise<string | null> =>
  withRefusalTexts(() => import("./refused/actionSentences")).then(say, () => null);

const DOUBT_TEXTS = { en: () => import("./doubt/texts.en.json"), it: () => import("./doubt/texts.it.json") };
const doubts = (say: (sentence: typeof doubtSentence) => string | null): Promise<string | null> =>
  withItsTexts(DOUBT_TEXTS, () => import("./doubt/doubtSentence")).then(
    ({ doubtSentence }) => say(doubtSentence),
    () => null,
  );

/** What went wrong with an action, in words. */
function sentenceOf(error: unknown, t: Translate): string {
  if (isPassing(error)) return t("toast.noAnswer");
  if (!(error instanceof ApiProblem)) return t("toast.failed", { code: "unexpected" });
  const holder = holderIn(error);
  if (holder) return t("toast.heldBy", { holder });
  return error.status === 403 ? t("toast.notAllowed") : t("toast.failed", { code: error.reasonKey });
}

const holderIn = (error: unknown): string | null =>
  error instanceof ApiProblem && error.reasonKey === "held-by-another-operator"
    ? (error.problem.holder?.name ?? null)
    : null;

const problemOf = (error: unknown) => (error instanceof ApiProblem ? error.problem : null);

/**
 * What can be done with a conversation, each with its words for success and failure.
 *
 * @param onLeave asked before a conversation is done with; what it returns opens the next one
 */
export function useActions(onLeave: (id: string) => () => void) {
  const t = useT();
  const inbox = useInbox();
  const attempt = useCallback(
    async <T>(
      work: () => Promise<T>,
      done: (result: T) => void,
      explained: (error: unknown) => Promise<string | null> | string | null = () => null,
    ) => {
      try {
        done(await work());
      } catch (error) {
        toast((await explained(error)) ?? sentenceOf(error, t));
      }
    },
    [t],
  );
  return useMemo(() => {
    const resolve = (row: Conversation, undoable = true) => {
      const leave = onLeave(row.id);
      return attempt(
        () => inbox.resolve(row.id),
        (resolved) => {
          if (!resolved) return;
          leave();
          const undo = { label: t("action.undo"), run: () => void reopen(row, false) };
          toast(t("toast.resolved", { name: called(row.contact, t) }), undoable ? undo : undefined);
        },
      );
    };
    const reopen = (row: Conversation, undoable = true) =>
      attempt(
        () => inbox.reopen(row.id),
        () => {
          const undo = { label: t("action.undo"), run: () => void resolve(row, false) };
          toast(t("toast.reopened", { name: called(row.contact, t) }), undoable ? undo : undefined);
        },
      );
    return {
      take: (row: Conversation) =>
        attempt(
          () => inbox.take(row.id),
          () => toast(t("toast.taken", { name: called(row.contact, t) })),
          (error) => {
            const holder = holderIn(error);
            return holder && t("toast.takenFirst", { holder });
          },
        ),
      takeOver: (row: Conversation) =>
        attempt(
          () => inbox.take(row.id, { takeOver: true }),
          () => toast(t("toast.tookOver", { name: row.assignee?.name ?? called(row.contact, t) })),
        ),
      assign: (row: Conversation, colleague: Operator) =>
        attempt(
          () => inbox.assign(row.id, colleague),
          () => toast(t("toast.assigned", { name: called(row.contact, t), colleague: colleague.name })),
          (error) => sentences((it) => it.assignmentSentence(problemOf(error), colleague, t)),
        ),
      release: (row: Conversation) =>
        attempt(
          () => inbox.release(row.id),
          () => toast(t("toast.released", { name: called(row.contact, t) })),
        ),
      resolve: (row: Conversation) => resolve(row),
      reopen: (row: Conversation) => reopen(row),
      settleDoubt: (item: TimelineItem, outcome: DoubtOutcome) =>
        attempt(
          () => inbox.settleDoubt(item, outcome),
          () => {},
          (error) => doubts((say) => say(problemOf(error), t)),
        ),
    };
  }, [attempt, inbox, t, onLeave]);
}

export type Actions = ReturnType<typeof useActions>;

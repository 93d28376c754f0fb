import { useEffect, useRef, useState } from "react";
import { useT } from "../../i18n";
import { inWords, said as saidOf } from "../../lib/messageWords";
import { useThread } from "../../live/session";

/** Says aloud what customers write here, at most once in five seconds, and nothing else. */
export function Announcer({ id }: { id: string }) {
  const t = useT();
  const thread = useThread(id);
  const [said, setSaid] = useState("");
  const newest = useRef<number | null>(null);
  const waiting = useRef<{ name: string; text: string }[]>([]);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => {
    if (thread?.state !== "ready") return;
    const before = newest.current;
    newest.current = Math.max(before ?? 0, thread.lastSequence);
    if (before === null) return;
    for (const item of thread.newest) {
      if (item.sequence > before && item.direction === "inbound" && !item.quiet) {
        waiting.current.push({ name: item.author.name ?? "", text: inWords(saidOf(item.content), t) });
      }
    }
    if (waiting.current.length === 0 || timer.current !== undefined) return;
    const say = () => {
      const batch = waiting.current.splice(0);
      timer.current = undefined;
      if (batch.length === 0) return;
      const only = batch.length === 1 ? batch[0] : undefined;
      setSaid(only ? t("thread.announce", only) : t("thread.announceMany", { count: batch.length }));
      timer.current = setTimeout(say, 5_000);
    };
    say();
  }, [thread, t]);
  useEffect(() => () => clearTimeout(timer.current), []);
  return (
    <div className="sr" aria-live="polite">
      {said}
    </div>
  );
}

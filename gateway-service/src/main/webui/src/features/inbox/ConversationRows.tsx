import { ArrowUp, CircleAlert } from "lucide-react";
import { type KeyboardEvent, useCallback, useEffect, useLayoutEffect, useRef } from "react";
import type { Uuid, View } from "../../api/types";
import { useT } from "../../i18n";
import { useShortcut } from "../../lib/shortcuts";
import { useInbox, useView } from "../../live/session";
import { Button } from "../../ui/Button";
import { EmptyState } from "../../ui/EmptyState";
import { ConversationRow } from "./ConversationRow";
import styles from "./ConversationList.module.css";
import { RowSkeletons } from "./RowSkeletons";
import { useOrder } from "./useOrder";
import { type Places, useScroll } from "./useScroll";
import { part } from "../../ui/part";

/** Most lists hold something. */
const EmptyView = part(() => import("./EmptyView").then(({ EmptyView }) => EmptyView));

const ROW = 84;
const PREFETCH = 25;
/** Farther above what is known than this, it is read there, and not page by page up to there. */
const JUMP = 50;

export interface RowsProps {
  view: View;
  selected: Uuid | null;
  /** The business number whose conversations are listed; `null`: those of all. */
  number: string | null;
  places: Places;
  onOpen: (id: Uuid) => void;
  onFocusThread: () => void;
}

/** The rows of a list: those on the screen, and a little around them. */
export function ConversationRows(props: RowsProps) {
  const { view, selected, number, places, onOpen, onFocusThread } = props;
  const t = useT();
  const inbox = useInbox();
  const snapshot = useView(view, number);
  const scroller = useRef<HTMLDivElement>(null);
  const order = useOrder(snapshot, selected, scroller);
  const { onScroll, scrollTo, reveal, scrolled, first, start, end, isPastTop } = useScroll(scroller, order, {
    ...{ row: ROW, held: selected, places, name: `${view} ${number ?? ""}` },
  });
  const { ids, above } = order;
  const { older, newer, arrived } = snapshot;

  useEffect(() => inbox.show(view, number), [inbox, view, number]);

  const rendered = ids.slice(start - above, end - above);
  const onScreen = rendered.join(" ");
  const atTop = !scrolled && above === 0;
  useEffect(
    () => inbox.see(onScreen === "" ? [] : onScreen.split(" "), atTop),
    [inbox, view, onScreen, atTop],
  );

  const nearEnd = end + PREFETCH >= above + ids.length;
  useEffect(() => {
    if (nearEnd && older !== null) void inbox.loadBelow(view);
  }, [nearEnd, older, inbox, view]);

  const isLost = isPastTop && first + JUMP < above;
  const nearTop = start - PREFETCH < above && !isLost;
  useEffect(() => {
    if (nearTop && newer !== null) void inbox.loadAbove(view);
  }, [nearTop, newer, inbox, view]);
  useEffect(() => {
    if (isLost) void inbox.loadAt(view, first);
  }, [isLost, first, inbox, view]);

  const focusNext = useRef<Uuid | null>(null);
  const move = useCallback(
    (by: number) => {
      const at = selected === null ? (by > 0 ? -1 : ids.length) : ids.indexOf(selected);
      const index = Math.min(Math.max(at + by, 0), ids.length - 1);
      const id = ids[index];
      if (id === undefined || id === selected) return;
      reveal(above + index);
      focusNext.current = id;
      onOpen(id);
    },
    [ids, above, selected, reveal, onOpen],
  );
  useShortcut("next", () => move(1));
  useShortcut("previous", () => move(-1));

  useEffect(() => {
    const id = focusNext.current;
    if (id === null) return;
    const row = scroller.current?.querySelector<HTMLElement>(`[data-row="${id}"]`);
    if (row) {
      focusNext.current = null;
      row.focus({ preventScroll: true });
    }
  });

  const onKey = (event: KeyboardEvent, id: Uuid) => {
    if (event.key === "ArrowDown") move(1);
    else if (event.key === "ArrowUp") move(-1);
    else if (event.key === "Home") move(-ids.length);
    else if (event.key === "End") move(ids.length);
    else if (event.key === "Enter" && id === selected) onFocusThread();
    else return;
    event.preventDefault();
  };
  // Rows are drawn anew for what is new to them, and what a key does is not.
  const latest = useRef(onKey);
  useLayoutEffect(() => void (latest.current = onKey));
  const onKeyDown = useCallback((event: KeyboardEvent, id: Uuid) => latest.current(event, id), []);

  const tabStop = selected !== null && rendered.includes(selected) ? selected : (rendered[0] ?? null);
  const size = older !== null || newer !== null ? -1 : ids.length;

  return (
    <div ref={scroller} className={styles.rows} onScroll={onScroll} aria-busy={snapshot.state === "loading"}>
      {arrived > 0 && (
        <button
          type="button"
          className={styles.arrived}
          onClick={() => {
            // What is not known is not passed on the way.
            if (above > 0) scrollTo(0);
            else scroller.current?.scrollTo({ top: 0, behavior: "smooth" });
          }}
        >
          {t("list.newAbove", { count: arrived })} <ArrowUp size={13} aria-hidden="true" />
        </button>
      )}
      {ids.length > 0 ? (
        <ul className={styles.canvas} style={{ height: (above + ids.length) * ROW }}>
          {rendered.map((id, offset) => (
            <ConversationRow
              key={id}
              id={id}
              view={view}
              index={start + offset}
              setSize={size}
              top={(start + offset) * ROW}
              selected={id === selected}
              tabStop={id === tabStop}
              onOpen={onOpen}
              onKeyDown={onKeyDown}
            />
          ))}
        </ul>
      ) : snapshot.state === "error" ? (
        <div role="alert">
          <EmptyState
            icon={CircleAlert}
            title={t("list.error.title")}
            action={<Button onPress={() => void inbox.loadView(view)}>{t("action.retry")}</Button>}
          >
            {t("list.error.text")}
          </EmptyState>
        </div>
      ) : snapshot.state === "ready" && snapshot.ids.length === 0 && older === null ? (
        <EmptyView view={view} number={number} />
      ) : (
        <RowSkeletons label={t("list.loading")} />
      )}
    </div>
  );
}

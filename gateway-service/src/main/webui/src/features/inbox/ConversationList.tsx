import {
  ArrowUp,
  CircleAlert,
  CircleCheck,
  Coffee,
  Inbox as InboxIcon,
  PanelLeft,
  Sparkles,
} from "lucide-react";
import { type KeyboardEvent, useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import { Link } from "@tanstack/react-router";
import { type Uuid, type View, VIEWS } from "../../api/types";
import { currentLocale, type Key, useT } from "../../i18n";
import { cx } from "../../lib/cx";
import { useShortcut } from "../../lib/shortcuts";
import { visibleRange } from "../../lib/windowing";
import { useCounts, useInbox, useSession, useView } from "../../live/session";
import { Button, buttonLook } from "../../ui/Button";
import { EmptyState } from "../../ui/EmptyState";
import { IconButton } from "../../ui/IconButton";
import { lateClass, Skeleton } from "../../ui/Skeleton";
import { ConversationRow } from "./ConversationRow";
import styles from "./ConversationList.module.css";
import { shownCount } from "./ViewList";
import { useOrder } from "./useOrder";

const ROW = 84;
const PREFETCH = 25;

interface ListProps {
  view: View;
  selected: Uuid | null;
  onOpen: (id: Uuid) => void;
  onFocusThread: () => void;
  onShowViews: () => void;
}

export function ConversationList({ view, selected, onOpen, onFocusThread, onShowViews }: ListProps) {
  const t = useT();
  const inbox = useInbox();
  const snapshot = useView(view);
  const counts = useCounts();
  const scroller = useRef<HTMLDivElement>(null);
  const order = useOrder(snapshot.ids, selected, scroller);
  const [viewport, setViewport] = useState(900);
  const [scrollTop, setScrollTop] = useState(0);
  const [seenTop, setSeenTop] = useState<Uuid | null>(null);

  useEffect(() => inbox.show(view), [inbox, view]);

  useEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setViewport(element.clientHeight));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const { start, end } = visibleRange(scrollTop, viewport, ROW, order.length);
  const rendered = order.slice(start, end);
  const onScreen = rendered.join(" ");
  useEffect(() => inbox.see(onScreen === "" ? [] : onScreen.split(" ")), [inbox, onScreen]);

  const nearEnd = end + PREFETCH >= order.length;
  useEffect(() => {
    if (nearEnd && snapshot.hasMore) void inbox.loadMore(view);
  }, [nearEnd, snapshot.hasMore, snapshot.cursor, inbox, view]);

  // What comes in above does not push away what is being read.
  const before = useRef(order);
  useLayoutEffect(() => {
    const element = scroller.current;
    const old = before.current;
    before.current = order;
    if (!element || old === order || element.scrollTop < ROW) return;
    const first = Math.floor(element.scrollTop / ROW);
    for (let index = first; index < old.length && index < first + 20; index++) {
      const now = order.indexOf(old[index] ?? "");
      if (now >= 0) {
        if (now !== index) element.scrollTop += (now - index) * ROW;
        return;
      }
    }
  }, [order]);

  const scrolled = scrollTop >= ROW;
  const [wasScrolled, setWasScrolled] = useState(scrolled);
  if (scrolled !== wasScrolled) {
    setWasScrolled(scrolled);
    setSeenTop(scrolled ? (order[0] ?? null) : null);
  }
  const arrived = scrolled && seenTop !== null ? Math.max(0, order.indexOf(seenTop)) : 0;

  const reveal = useCallback((index: number) => {
    const element = scroller.current;
    if (!element) return;
    const top = index * ROW;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top + ROW > element.scrollTop + element.clientHeight)
      element.scrollTop = top + ROW - element.clientHeight;
  }, []);

  const focusNext = useRef<Uuid | null>(null);
  const move = useCallback(
    (by: number, refocus: boolean) => {
      const at = selected === null ? (by > 0 ? -1 : order.length) : order.indexOf(selected);
      const index = Math.min(Math.max(at + by, 0), order.length - 1);
      const id = order[index];
      if (id === undefined || id === selected) return;
      reveal(index);
      if (refocus) focusNext.current = id;
      onOpen(id);
    },
    [order, selected, reveal, onOpen],
  );
  useShortcut("next", () => move(1, false));
  useShortcut("previous", () => move(-1, false));

  useEffect(() => {
    const id = focusNext.current;
    if (id === null) return;
    const row = scroller.current?.querySelector<HTMLElement>(`[data-row="${id}"]`);
    if (row) {
      focusNext.current = null;
      row.focus({ preventScroll: true });
    }
  });

  const onKeyDown = (event: KeyboardEvent, id: Uuid) => {
    if (event.key === "ArrowDown") move(1, true);
    else if (event.key === "ArrowUp") move(-1, true);
    else if (event.key === "Home") move(-order.length, true);
    else if (event.key === "End") move(order.length, true);
    else if (event.key === "Enter" && id === selected) onFocusThread();
    else return;
    event.preventDefault();
  };

  const tabStop = selected !== null && rendered.includes(selected) ? selected : (rendered[0] ?? null);
  const count = counts?.[view];
  const size = snapshot.hasMore ? -1 : order.length;

  return (
    <nav className={styles.list} aria-label={t("nav.conversations")} data-pane="list" id="conversations">
      <header className={styles.head}>
        <IconButton
          label={t("nav.views.open")}
          icon={PanelLeft}
          className={styles.showViews}
          onPress={onShowViews}
        />
        <h1>{t(`view.${view}`)}</h1>
        {count !== undefined && (
          <span className={styles.count}>
            {t(view === "resolved" ? "view.resolvedCount" : "view.open", { count })}
          </span>
        )}
      </header>
      <ul className={styles.chips}>
        {VIEWS.map((name) => (
          <li key={name}>
            <Link
              to="/inbox/$view"
              params={{ view: name }}
              className={cx(styles.chip, name === view && styles.chipOn)}
              aria-current={name === view ? "page" : undefined}
            >
              {t(`view.${name}`)} {counts && name !== "resolved" && shownCount(counts[name])}
            </Link>
          </li>
        ))}
      </ul>
      <div
        ref={scroller}
        className={styles.rows}
        onScroll={(event) => setScrollTop(event.currentTarget.scrollTop)}
        aria-busy={snapshot.state === "loading"}
      >
        {arrived > 0 && (
          <button
            type="button"
            className={styles.arrived}
            onClick={() => scroller.current?.scrollTo({ top: 0, behavior: "smooth" })}
          >
            {t("list.newAbove", { count: arrived })} <ArrowUp size={13} aria-hidden="true" />
          </button>
        )}
        {order.length > 0 ? (
          <ul className={styles.canvas} style={{ height: order.length * ROW }}>
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
        ) : snapshot.state === "ready" && snapshot.ids.length === 0 ? (
          <EmptyView view={view} />
        ) : (
          <RowSkeletons label={t("list.loading")} />
        )}
      </div>
    </nav>
  );
}

function EmptyView({ view }: { view: View }) {
  const t = useT();
  const { config } = useSession();
  const counts = useCounts();
  const unassigned = counts?.unassigned ?? 0;
  const numbers = new Intl.ListFormat(currentLocale(), { type: "disjunction" });
  const icons = { mine: Coffee, unassigned: Sparkles, all: InboxIcon, resolved: CircleCheck };
  const text =
    view === "mine"
      ? unassigned > 0
        ? t("list.empty.mine.text", { count: unassigned })
        : t("list.empty.mine.none")
      : t(`list.empty.${view}.text` as Key, {
          number: numbers.format(config.numbers.map(({ displayPhone }) => displayPhone)),
        });
  return (
    <EmptyState
      icon={icons[view]}
      title={t(`list.empty.${view}.title`)}
      action={
        view === "mine" && unassigned > 0 ? (
          <Link to="/inbox/$view" params={{ view: "unassigned" }} className={buttonLook()}>
            {t("list.empty.mine.action")}
          </Link>
        ) : view === "all" && config.simulatorUrl ? (
          <a href={config.simulatorUrl} target="_blank" rel="noopener noreferrer" className={buttonLook()}>
            {t("list.empty.all.action")}
          </a>
        ) : undefined
      }
    >
      {text}
    </EmptyState>
  );
}

const WIDTHS = ["45%", "62%", "38%", "54%", "48%", "66%"];

function RowSkeletons({ label }: { label: string }) {
  return (
    <div className={lateClass} role="status" aria-label={label}>
      {WIDTHS.map((width, index) => (
        <div key={index} className={styles.skeleton} aria-hidden="true">
          <Skeleton width="40px" height={40} />
          <span>
            <Skeleton width={width} />
            <Skeleton width="88%" />
            <Skeleton width="30%" />
          </span>
        </div>
      ))}
    </div>
  );
}

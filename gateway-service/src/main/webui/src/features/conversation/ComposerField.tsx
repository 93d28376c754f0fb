import { Lock, Reply, SendHorizontal } from "lucide-react";
import {
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useCallback,
  useLayoutEffect,
  useState,
} from "react";
import type { Conversation } from "../../api/types";
import { Rich, useT, withItsTexts } from "../../i18n";
import { called } from "../../lib/called";
import { cx } from "../../lib/cx";
import { focusThread } from "../../lib/panes";
import { firstName } from "../../lib/people";
import { byTouch } from "../../lib/touch";
import type { Mode } from "../../live/drafts";
import { useDraft, useInbox, useSession } from "../../live/session";
import { Button } from "../../ui/Button";
import { Icon } from "../../ui/Icon";
import { Kbd } from "../../ui/Kbd";
import { SegmentedControl } from "../../ui/SegmentedControl";
import { part } from "../../ui/part";
import styles from "./ComposerField.module.css";
import { ATTACH_TEXTS } from "./attach/texts";
import { withMediaTexts } from "./media/texts";

const Attach = part(() =>
  withMediaTexts(() => withItsTexts(ATTACH_TEXTS, () => import("./attach/Attach"))).then(
    ({ Attach }) => Attach,
  ),
);
const WroteAgain = part(() => import("./WroteAgain").then(({ WroteAgain }) => WroteAgain));

const LIMIT = 4096;
const COUNT_FROM = 3800;

interface FieldProps {
  row: Conversation;
  mode: Mode;
  onMode: (mode: Mode) => void;
  field: RefObject<HTMLTextAreaElement | null>;
  mayNote: boolean;
  showReply: boolean;
  /** Whether something is spoken already. */
  speaking: boolean;
  onSpeak: () => void;
  /** What else can be sent. */
  children?: ReactNode;
}

/** Where a reply or a note is written. Which of the two it is can be seen and heard. */
export function ComposerField(props: FieldProps) {
  const { row, mode, onMode, field, mayNote, showReply, speaking, onSpeak, children } = props;
  const t = useT();
  const inbox = useInbox();
  const { me } = useSession();
  const text = useDraft(row.id, mode);
  const note = mode === "note";
  const characters = text.length;
  const [tools, setTools] = useState<HTMLElement | null>(null);
  const [sender, setSender] = useState<{ send: (text: string) => void } | null>(null);
  const onFiles = useCallback((send: ((text: string) => void) | null) => setSender(send && { send }), []);
  const ready = (text.trim() !== "" || (!note && sender !== null)) && characters <= LIMIT;
  const name = called(row.contact, t);

  useLayoutEffect(() => {
    const element = field.current;
    if (!element) return;
    element.style.height = "auto";
    element.style.height = `${element.scrollHeight}px`;
  }, [text, mode, field]);

  const send = () => {
    if (!ready) return;
    if (!note && sender) sender.send(text.trim());
    else inbox.write(row.id, mode, text.trim());
    field.current?.focus();
  };

  const onKeyDown = (event: KeyboardEvent) => {
    // `keyCode` 229: some browsers end a composition with an Enter that is not marked as composing.
    const composing = event.nativeEvent.isComposing || event.keyCode === 229;
    const sends = !event.shiftKey && !event.altKey && (!byTouch() || event.ctrlKey || event.metaKey);
    if (event.key === "Enter" && sends && !composing) {
      event.preventDefault();
      send();
    } else if (event.key === "Escape" && !composing) {
      event.preventDefault();
      focusThread();
    }
  };

  return (
    <form
      className={cx(styles.composer, note && styles.isNote)}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {!note && <WroteAgain row={row} writing={text !== ""} />}
      <div className={styles.composerHead}>
        <SegmentedControl
          label={t("composer.mode")}
          value={mode}
          onChange={onMode}
          segments={[
            ...(showReply
              ? [{ value: "reply", icon: Reply, text: t("composer.reply"), shortcut: "reply" } as const]
              : []),
            ...(mayNote
              ? [{ value: "note", icon: Lock, text: t("composer.note"), shortcut: "note" } as const]
              : []),
          ]}
        />
        <small className={styles.audience}>
          {note ? (
            t("composer.teamOnly")
          ) : row.assignee === null ? (
            t("composer.takes")
          ) : (
            <Rich k="composer.as" values={{ name: <b>{firstName(me.name)}</b> }} />
          )}
        </small>
      </div>
      {!note && (
        <Attach
          key={row.id}
          row={row}
          field={field}
          tools={tools}
          speaking={speaking}
          onSpeak={onSpeak}
          onFiles={onFiles}
        />
      )}
      <textarea
        ref={field}
        className={styles.field}
        rows={2}
        dir="auto"
        value={text}
        aria-label={t(note ? "composer.note.field" : "composer.reply.field", { name })}
        placeholder={t(note ? "composer.note.placeholder" : "composer.reply.placeholder")}
        aria-invalid={characters > LIMIT || undefined}
        enterKeyHint="send"
        onChange={(event) => inbox.drafts.set(row.id, mode, event.target.value)}
        onKeyDown={onKeyDown}
      />
      <div className={styles.composerFoot}>
        {children}
        <span className="grow" ref={setTools} />
        {characters >= COUNT_FROM && (
          <small className={cx(styles.counter, characters > LIMIT && styles.tooLong)} role="status">
            {characters > LIMIT
              ? t("composer.tooLong", { count: characters - LIMIT })
              : t("composer.counter", { count: characters, limit: LIMIT })}
          </small>
        )}
        {!byTouch() && (
          <small className={styles.hint}>
            <Rich
              k={note ? "composer.enterAdds" : "composer.enterSends"}
              values={{ key: <Kbd>Enter</Kbd> }}
            />
          </small>
        )}
        <Button
          type="submit"
          small
          variant={note ? "note" : "primary"}
          isDisabled={!ready}
          className={styles.send}
        >
          {note ? null : <Icon of={SendHorizontal} size={15} />}
          {t(note ? "composer.addNote" : "composer.send")}
        </Button>
      </div>
      <span className="sr" aria-live="polite">
        {t(note ? "composer.note.announce" : "composer.reply.announce")}
      </span>
    </form>
  );
}

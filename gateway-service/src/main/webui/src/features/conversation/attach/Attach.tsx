import { useQuery } from "@tanstack/react-query";
import { Mic, Paperclip } from "lucide-react";
import { type RefObject, useEffect, useRef, useState, useSyncExternalStore } from "react";
import { createPortal } from "react-dom";
import type { Conversation } from "../../../api/types";
import { useT } from "../../../i18n";
import { useAsking } from "../../../live/asking";
import { useDraft, useInbox } from "../../../live/session";
import { FilePicker } from "../../../ui/FilePicker";
import { IconButton } from "../../../ui/IconButton";
import styles from "./Attach.module.css";
import { spokenIn } from "./spoken";
import { trayOf } from "./tray";
import { TrayList } from "./TrayList";

export interface AttachProps {
  row: Conversation;
  field: RefObject<HTMLTextAreaElement | null>;
  /** Where the buttons stand. */
  tools: HTMLElement | null;
  /** Whether something is spoken already. */
  speaking: boolean;
  onSpeak: () => void;
  /** What sends the files with the text, while there are any. */
  onFiles: (send: ((text: string) => void) | null) => void;
}

/** Files for the customer: chosen, pasted or dropped, and shown above the field until they are sent. */
export function Attach({ row, field, tools, speaking, onSpeak, onFiles }: AttachProps) {
  const t = useT();
  const inbox = useInbox();
  const { api, me, queries } = useAsking();
  const text = useDraft(row.id, "reply").trim();
  const picker = useRef<HTMLInputElement>(null);
  const tray = trayOf(api, row.id, me.id);
  const files = useSyncExternalStore(tray.subscribe, tray.files);
  const limits = { queryKey: ["attachments", "limits"], queryFn: api.fileLimits, staleTime: Infinity };
  useQuery(limits, queries);
  const [unknown, setUnknown] = useState(false);
  // Send was pressed while some were still uploaded.
  const [waits, setWaits] = useState(false);
  // What was spoken goes by itself.
  const going = files.filter(({ alone }) => !alone);
  const ready = going.every(({ state }) => state === "ready");
  const stuck = going.some(({ state }) => state === "failed" || state === "refused");

  const add = (added: FileList | readonly File[] | undefined) => {
    if (!added || added.length === 0) return;
    const sources = [...added];
    // Without its rules nobody knows as what a file goes, and how large it may be.
    queries.fetchQuery(limits).then(
      ({ kinds }) => {
        setUnknown(false);
        tray.add(sources, kinds);
      },
      () => setUnknown(true),
    );
  };
  const latest = useRef(add);
  useEffect(() => {
    latest.current = add;
  });

  const comesBack = !speaking && spokenIn(row.id) !== undefined;
  useEffect(() => {
    if (comesBack) onSpeak();
    // eslint-disable-next-line react-hooks/exhaustive-deps -- it comes back once
  }, [comesBack]);

  useEffect(() => {
    const takeBack = () => tray.giveBack(inbox.takeBack(row.id));
    takeBack();
    return inbox.subscribe(takeBack);
  }, [inbox, tray, row.id]);

  useEffect(() => {
    const textarea = field.current;
    const form = textarea?.form;
    if (!form) return;
    const over = (event: DragEvent) => {
      const brings = event.dataTransfer?.types.includes("Files") ?? false;
      form.toggleAttribute("data-drop", brings && event.type === "dragover");
      if (brings) event.preventDefault();
      if (event.type === "drop") latest.current(event.dataTransfer?.files);
    };
    const paste = (event: ClipboardEvent) => {
      const pasted = event.clipboardData?.files;
      // A spreadsheet's cells come as words and as a picture: the words are meant.
      if (!pasted?.length || event.clipboardData?.types.includes("text/plain")) return;
      event.preventDefault();
      latest.current(pasted);
    };
    const drags = ["dragover", "dragleave", "drop"] as const;
    for (const drag of drags) form.addEventListener(drag, over);
    textarea.addEventListener("paste", paste);
    return () => {
      for (const drag of drags) form.removeEventListener(drag, over);
      textarea.removeEventListener("paste", paste);
    };
  }, [field]);

  const sendAll = (words: string) => {
    setWaits(false);
    inbox.drafts.set(row.id, "reply", "");
    inbox.drafts.save();
    for (const content of tray.takeAll(words)) inbox.send(row.id, content);
  };
  const some = going.length > 0;
  useEffect(() => {
    onFiles(some ? (words) => (ready ? sendAll(words) : setWaits((before) => !before)) : null);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `sendAll` follows from these
  }, [some, ready, tray, onFiles]);
  useEffect(() => () => onFiles(null), [onFiles]);
  useEffect(() => {
    if (!waits) return;
    if (!some) setWaits(false);
    else if (ready) sendAll(text);
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `sendAll` follows from these
  }, [waits, some, ready, text]);

  return (
    <>
      {files.length > 0 && <TrayList tray={tray} files={files} caption={tray.captioned(text)} />}
      {unknown && (
        <p className={styles.tray} role="alert">
          {t("attach.noLimits")}
        </p>
      )}
      {waits && (
        <p className={styles.tray} role="status">
          {t(stuck ? "attach.waits.not" : "attach.waits")}
        </p>
      )}
      {tools &&
        createPortal(
          <>
            <IconButton
              icon={Paperclip}
              size={18}
              label={t("attach.files")}
              onPress={() => picker.current?.click()}
            />
            <IconButton
              icon={Mic}
              size={18}
              label={t("attach.voice")}
              isDisabled={speaking}
              onPress={onSpeak}
            />
            <FilePicker ref={picker} testId="file-picker" multiple onChoose={add} />
          </>,
          tools,
        )}
    </>
  );
}

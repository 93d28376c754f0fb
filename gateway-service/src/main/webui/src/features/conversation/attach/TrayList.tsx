import { File, FileDown, FileMusic, FilePlay, Image, MoveDown, MoveUp, RotateCw, X } from "lucide-react";
import { type KeyboardEvent, useLayoutEffect, useRef } from "react";
import { currentLocale, type Translate, useT } from "../../../i18n";
import { Icon } from "../../../ui/Icon";
import { IconButton } from "../../../ui/IconButton";
import { FileName } from "../media/FileName";
import { sizeInWords } from "../media/files";
import styles from "./Attach.module.css";
import { mayBeDocument, type Tray, type TrayFile } from "./tray";

const PICTURES = { image: Image, sticker: Image, video: FilePlay, audio: FileMusic, document: File };

interface TrayProps {
  tray: Tray;
  files: readonly TrayFile[];
  /** The one below which the text will stand. */
  caption: TrayFile | undefined;
}

/** What is to be sent, in order. Alt with an arrow moves a file, Delete takes it out. */
export function TrayList({ tray, files, caption }: TrayProps) {
  const t = useT();
  const list = useRef<HTMLUListElement>(null);
  // What is moved keeps the focus, wherever the browser puts its place anew.
  const focused = useRef<Element | null>(null);
  useLayoutEffect(() => {
    const element = focused.current;
    focused.current = null;
    if (element instanceof HTMLElement && list.current?.contains(element)) element.focus();
  });

  const onKeyDown = (event: KeyboardEvent, { id }: TrayFile) => {
    const by = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : null;
    if (by !== null && event.altKey) {
      event.preventDefault();
      focused.current = document.activeElement;
      tray.move(id, by);
    } else if (event.key === "Delete") {
      event.preventDefault();
      tray.remove(id);
    }
  };

  return (
    <>
      <ul ref={list} className={styles.tray} aria-label={t("attach.tray")}>
        {files.map((file, place) => (
          <li key={file.id} className={styles.row} onKeyDown={(event) => onKeyDown(event, file)}>
            <span>
              {file.url && (file.kind === "image" || file.kind === "sticker") ? (
                <img src={file.url} alt="" />
              ) : (
                <Icon of={PICTURES[file.kind]} size={18} />
              )}
            </span>
            <span className={styles.words}>
              <FileName name={file.name || t("attach.unnamed")} />
              <State file={file} />
              {file.noSticker !== undefined && file.kind === "document" && file.state !== "refused" && (
                <small>{t("attach.noSticker", { limit: limitInWords(file.noSticker) })}</small>
              )}
            </span>
            {mayBeDocument(file) && (
              <IconButton
                icon={FileDown}
                label={t("attach.asDocument", { name: file.name })}
                onPress={() => tray.asDocument(file.id)}
              />
            )}
            {file.state === "failed" && (
              <IconButton icon={RotateCw} label={t("attach.retry")} onPress={() => tray.retry(file.id)} />
            )}
            {files.length > 1 && (
              <>
                <IconButton
                  icon={MoveUp}
                  label={t("attach.earlier", { name: file.name })}
                  isDisabled={place === 0}
                  onPress={() => tray.move(file.id, -1)}
                />
                <IconButton
                  icon={MoveDown}
                  label={t("attach.later", { name: file.name })}
                  isDisabled={place === files.length - 1}
                  onPress={() => tray.move(file.id, 1)}
                />
              </>
            )}
            <IconButton
              icon={X}
              label={t(file.state === "uploading" ? "attach.cancel" : "attach.remove", { name: file.name })}
              onPress={() => tray.remove(file.id)}
            />
          </li>
        ))}
      </ul>
      {caption && files.length > 1 && (
        <p className={styles.tray}>{t("attach.caption", { name: caption.name })}</p>
      )}
      <span className="sr" role="status">
        {files
          .filter(({ state }) => state === "ready")
          .map(({ name }) => t("attach.uploaded", { name }))
          .at(-1)}
      </span>
    </>
  );
}

function State({ file }: { file: TrayFile }) {
  const t = useT();
  switch (file.state) {
    case "uploading":
      return <progress value={file.progress} aria-label={t("attach.uploading", { name: file.name })} />;
    case "ready":
      return file.size > 0 && <small>{sizeInWords(currentLocale(), file.size)}</small>;
    case "failed":
      return <small role="alert">{t("attach.failed")}</small>;
    case "refused":
      return <small role="alert">{whyNot(file, t)}</small>;
  }
}

/** The platform counts in units of 1,024 and calls them MB. */
const limitInWords = (bytes: number): string => {
  const kilobytes = bytes / 1024;
  const [value, unit] = kilobytes < 1024 ? [kilobytes, "kilobyte"] : [kilobytes / 1024, "megabyte"];
  return new Intl.NumberFormat(currentLocale(), { style: "unit", unit }).format(value);
};

function whyNot({ problem, kind }: TrayFile, t: Translate): string {
  switch (problem?.reasonKey) {
    case "empty":
      return t("attach.empty");
    case "file-not-there":
      return t("attach.gone");
    case "file-already-sent":
      return t("attach.sentAlready");
    case "file-too-large": {
      const limit = limitInWords(problem.limit ?? 0);
      return t(`attach.tooLarge.${problem.kind ?? kind}`, { limit });
    }
    default:
      return t("attach.refused", { code: problem?.reasonKey ?? "" });
  }
}

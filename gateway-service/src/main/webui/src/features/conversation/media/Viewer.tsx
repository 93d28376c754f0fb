import { ChevronLeft, ChevronRight, Download, RotateCw, X, ZoomIn, ZoomOut } from "lucide-react";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { Dialog } from "react-aria-components/Dialog";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import type { Uuid } from "../../../api/types";
import { currentLocale, useT } from "../../../i18n";
import { signatureOf } from "../../../lib/speaker";
import { fullWhen } from "../../../lib/time";
import { useServerNow, useThread } from "../../../live/session";
import { IconButton } from "../../../ui/IconButton";
import type { Viewed } from "../viewing";
import { kindOfFile } from "./files";
import { movedBy, type Sight, turned, WHOLE, zoomedBy } from "./sight";
import { type LookedAt, lookedAt } from "./looked";
import { useDownload } from "./useDownload";
import { useGestures } from "./useGestures";
import { ViewedFile } from "./ViewedFile";
import styles from "./Viewer.module.css";

interface ViewerProps {
  id: Uuid;
  viewed: Viewed;
  /** Another one is looked at. */
  onView: (viewed: Viewed) => void;
  onClose: () => void;
}

/** The pictures and videos of a conversation, one at a time and large, as far as its messages are loaded. */
export function Viewer({ id, viewed: { message, card }, onView, onClose }: ViewerProps) {
  const files = lookedAt(useThread(id)?.items ?? []);
  const at = files.findIndex((item) => item.id === message && item.card === card);
  const item = files[at];
  // It was deleted while somebody looked at it.
  const isGone = item === undefined;
  useEffect(() => {
    if (isGone) onClose();
  }, [isGone, onClose]);
  if (!item) return null;
  const go = (by: number) => {
    const next = files[at + by];
    if (next) onView({ message: next.id, card: next.card });
  };
  return (
    <ModalOverlay isOpen className={styles.overlay} onOpenChange={(open) => !open && onClose()}>
      <Modal className={styles.modal}>
        <View item={item} place={at + 1} count={files.length} go={go} onClose={onClose} />
      </Modal>
    </ModalOverlay>
  );
}

interface ViewProps {
  item: LookedAt;
  place: number;
  count: number;
  go: (by: number) => void;
  onClose: () => void;
}

const STEP = 1.25;
const FAR = 60;
/** By which keys it is moved while it is zoomed. */
const MOVES: Record<string, readonly [x: number, y: number]> = {
  ArrowLeft: [FAR, 0],
  ArrowRight: [-FAR, 0],
  ArrowUp: [0, FAR],
  ArrowDown: [0, -FAR],
};

function View({ item, place, count, go, onClose }: ViewProps) {
  const t = useT();
  const now = useServerNow(60_000);
  const key = `${item.id} ${item.card ?? ""}`;
  const [seen, setSeen] = useState({ key, sight: WHOLE });
  // Each is looked at as a whole first.
  const sight = seen.key === key ? seen.sight : WHOLE;
  const surface = useRef<HTMLDivElement>(null);
  const download = useDownload(item);
  const video = kindOfFile(item) === "video";
  const change = (to: (sight: Sight, room: { width: number; height: number }) => Sight) => {
    const { clientWidth: width = 0, clientHeight: height = 0 } = surface.current ?? {};
    if (video) return;
    setSeen((before) => ({
      key,
      sight: to(before.key === key ? before.sight : WHOLE, { width, height }),
    }));
  };
  const zoom = (factor: number) => change((before, room) => zoomedBy(before, factor, room));
  const move = (x: number, y: number) => change((before, room) => movedBy(before, x, y, room));
  const turn = () => change(turned);
  useGestures(surface, { onZoom: zoom, onMove: move });

  const onKeyDown = (event: KeyboardEvent) => {
    // The keys of a video are its own.
    if (event.ctrlKey || event.metaKey || event.altKey || event.target instanceof HTMLVideoElement) return;
    const by = event.shiftKey ? MOVES[event.key] : undefined;
    if (by) move(...by);
    else if (event.key === "ArrowLeft") go(-1);
    else if (event.key === "ArrowRight") go(1);
    else if (event.key === "+" || event.key === "=") zoom(STEP);
    else if (event.key === "-") zoom(1 / STEP);
    else if (event.key === "0") change(() => WHOLE);
    else if (event.key === "r") turn();
    else return;
    event.preventDefault();
  };
  const when = fullWhen(currentLocale(), now, item.at);
  const title = t(video ? "viewer.video" : "viewer.photo", { name: signatureOf(item.author, t), time: when });
  return (
    <div className={styles.keys} onKeyDown={onKeyDown}>
      <Dialog className={styles.view} aria-label={title}>
        <header className={styles.head}>
          <h2 dir="auto">{title}</h2>
          <span aria-live="polite">{t("viewer.place", { place, count })}</span>
          {!video && (
            <>
              <IconButton
                icon={ZoomOut}
                size={18}
                label={t("viewer.zoomOut")}
                onPress={() => zoom(1 / STEP)}
              />
              <IconButton icon={ZoomIn} size={18} label={t("viewer.zoomIn")} onPress={() => zoom(STEP)} />
              <IconButton icon={RotateCw} size={18} label={t("viewer.turn")} onPress={turn} />
            </>
          )}
          <IconButton
            icon={Download}
            size={18}
            label={t("media.download", { name: title })}
            onPress={download}
          />
          <IconButton icon={X} size={18} label={t("action.close")} onPress={onClose} />
        </header>
        <div ref={surface} className={styles.surface}>
          <ViewedFile key={key} item={item} sight={sight} />
        </div>
        {place > 1 && (
          <IconButton
            icon={ChevronLeft}
            size={22}
            className={styles.previous}
            label={t("viewer.previous")}
            onPress={() => go(-1)}
          />
        )}
        {place < count && (
          <IconButton
            icon={ChevronRight}
            size={22}
            className={styles.next}
            label={t("viewer.next")}
            onPress={() => go(1)}
          />
        )}
      </Dialog>
    </div>
  );
}

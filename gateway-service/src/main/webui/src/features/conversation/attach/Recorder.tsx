import { Square, Trash2 } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import type { Conversation } from "../../../api/types";
import { type Key, useT } from "../../../i18n";
import { cx } from "../../../lib/cx";
import { playTime } from "../../../lib/time";
import { useInbox, useSession } from "../../../live/session";
import { Button } from "../../../ui/Button";
import { Icon } from "../../../ui/Icon";
import { IconButton } from "../../../ui/IconButton";
import styles from "./Attach.module.css";
import { oggOfWebm } from "./ogg";
import { record, type Recording } from "./recording";
import { trayOf } from "./tray";

type Stage =
  | { is: "asking" }
  | { is: "recording"; recording: Recording }
  | { is: "recorded"; file: File; url: string }
  | { is: "failed"; why: Key };

/** A voice message: recorded, listened to, and sent or discarded. */
export function Recorder({ row, onEnd }: { row: Conversation; onEnd: () => void }) {
  const t = useT();
  const { api } = useSession();
  const inbox = useInbox();
  const [stage, setStage] = useState<Stage>({ is: "asking" });
  const [heard, setHeard] = useState({ seconds: 0, level: 0 });
  const end = useRef<() => void>(() => {});

  useEffect(() => {
    let gone = false;
    record((seconds, level) => setHeard({ seconds, level })).then(
      (recording) => {
        end.current = recording.cancel;
        if (gone) recording.cancel();
        else setStage({ is: "recording", recording });
      },
      (error: unknown) =>
        setStage({
          is: "failed",
          why: error instanceof DOMException ? "attach.voice.denied" : "attach.voice.none",
        }),
    );
    return () => {
      gone = true;
      end.current();
    };
  }, []);
  const url = stage.is === "recorded" ? stage.url : null;
  useEffect(() => () => (url === null ? undefined : URL.revokeObjectURL(url)), [url]);

  const stop = async (recording: Recording) => {
    try {
      const file = new File([oggOfWebm(await recording.stop())], "voice.ogg", { type: "audio/ogg" });
      setStage({ is: "recorded", file, url: URL.createObjectURL(file) });
    } catch {
      setStage({ is: "failed", why: "attach.voice.failed" });
    }
  };
  const send = (file: File) => {
    trayOf(api, row.id).speak(file, (content) => inbox.send(row.id, content));
    onEnd();
  };

  return (
    <div
      className={cx(styles.tray, styles.row)}
      role="group"
      aria-label={t("attach.voice.group")}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        onEnd();
      }}
    >
      {stage.is === "recording" && (
        <>
          <span role="timer">{t("attach.voice.recording", { time: playTime(heard.seconds) })}</span>
          <meter className="grow" value={heard.level} aria-label={t("attach.voice.level")} />
          <Button small autoFocus onPress={() => void stop(stage.recording)}>
            <Icon of={Square} size={14} />
            {t("attach.voice.stop")}
          </Button>
        </>
      )}
      {stage.is === "recorded" && (
        <>
          <audio className="grow" controls src={stage.url} aria-label={t("attach.voice.listen")} />
          <Button small variant="primary" autoFocus onPress={() => send(stage.file)}>
            {t("attach.voice.send")}
          </Button>
        </>
      )}
      {stage.is === "failed" && (
        <span className="grow" role="alert">
          {t(stage.why)}
        </span>
      )}
      <IconButton icon={Trash2} label={t("attach.voice.discard")} onPress={onEnd} />
    </div>
  );
}

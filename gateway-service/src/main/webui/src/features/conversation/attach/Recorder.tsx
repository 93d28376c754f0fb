import { Square, Trash2 } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import type { Conversation } from "../../../api/types";
import { type Key, useT } from "../../../i18n";
import { playTime } from "../../../lib/time";
import { useInbox, useSession } from "../../../live/session";
import { Button } from "../../../ui/Button";
import { Icon } from "../../../ui/Icon";
import { IconButton } from "../../../ui/IconButton";
import styles from "./Attach.module.css";
import type { Obstacle } from "../begun/begun";
import { hindrance } from "../begun/hindrance";
import { oggOfWebm } from "./ogg";
import { record, type Recording } from "./recording";
import { keepSpoken, spokenIn } from "./spoken";
import { trayOf } from "./tray";

type Stage =
  | { is: "asking" }
  | { is: "recording"; recording: Recording }
  | { is: "recorded"; file: File; url: string }
  | { is: "failed"; why: Key };

const recorded = (file: File): Stage => ({ is: "recorded", file, url: URL.createObjectURL(file) });
const fileOf = async (recording: Recording): Promise<File> =>
  new File([oggOfWebm(await recording.stop())], "voice.ogg", { type: "audio/ogg" });

interface RecorderProps {
  row: Conversation;
  /** What keeps one from sending it now. */
  obstacle: Obstacle | null;
  onEnd: () => void;
}

/** A voice message: recorded, listened to, and sent or discarded. Until then it is kept, whatever is done meanwhile. */
export function Recorder({ row, obstacle, onEnd }: RecorderProps) {
  const t = useT();
  const { api, me } = useSession();
  const inbox = useInbox();
  const [stage, setStage] = useState<Stage>({ is: "asking" });
  const [heard, setHeard] = useState({ seconds: 0, level: 0 });
  const end = useRef<() => void>(() => {});
  const conversation = row.id;

  useEffect(() => {
    let gone = false;
    const before = spokenIn(conversation);
    if (before) {
      setStage(recorded(before));
      return;
    }
    record((seconds, level) => setHeard({ seconds, level })).then(
      (recording) => {
        // Who leaves finds what he said when he comes back.
        end.current = () =>
          void fileOf(recording).then(
            (file) => keepSpoken(conversation, file),
            () => {},
          );
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
  }, [conversation]);
  const url = stage.is === "recorded" ? stage.url : null;
  useEffect(() => () => (url === null ? undefined : URL.revokeObjectURL(url)), [url]);

  const stop = async (recording: Recording) => {
    end.current = () => {};
    try {
      const file = await fileOf(recording);
      keepSpoken(conversation, file);
      setStage(recorded(file));
    } catch {
      setStage({ is: "failed", why: "attach.voice.failed" });
    }
  };
  const send = (file: File) => {
    keepSpoken(conversation, null);
    trayOf(api, conversation, me.id).speak(file, (content) => inbox.send(conversation, content));
    onEnd();
  };
  const discard = () => {
    end.current = stage.is === "recording" ? stage.recording.cancel : () => {};
    keepSpoken(conversation, null);
    onEnd();
  };

  return (
    <div
      className={styles.voice}
      role="group"
      aria-label={t("attach.voice.group")}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        discard();
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
          <Button
            small
            variant="primary"
            autoFocus
            isDisabled={obstacle !== null}
            onPress={() => send(stage.file)}
          >
            {t("attach.voice.send")}
          </Button>
        </>
      )}
      {stage.is === "failed" && (
        <span className="grow" role="alert">
          {t(stage.why)}
        </span>
      )}
      <IconButton icon={Trash2} label={t("attach.voice.discard")} onPress={discard} />
      {obstacle && <small role="alert">{hindrance(obstacle, row, t)}</small>}
    </div>
  );
}

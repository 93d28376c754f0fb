import { useSyncExternalStore } from "react";
import type { TimelineItem } from "../../../api/types";
import { shownNumber, useT } from "../../../i18n";
import { playTime } from "../../../lib/time";
import { FileName } from "./FileName";
import { nameOf } from "./files";
import { PlayButton } from "./PlayButton";
import { player, SPEEDS, type Track } from "./playing";
import styles from "./Recording.module.css";
import { useTickets } from "./source";
import { signatureOf } from "../../../lib/speaker";
import { usePlaying } from "./usePlaying";
import { Waveform } from "./Waveform";

/** What somebody said, or a sound: to be listened to, from any place in it, and faster. */
export function Recording({ item }: { item: TimelineItem }) {
  const t = useT();
  const playing = usePlaying();
  const speed = useSyncExternalStore(player.subscribe, player.speed);
  const tickets = useTickets();
  const { media, content } = item;
  const name = content.type === "voice" ? null : nameOf(item);
  const track: Track = {
    id: item.id,
    conversationId: item.conversationId,
    name: signatureOf(item.author, t),
    seconds: media?.seconds,
  };
  const mine = playing?.track.id === item.id ? playing : null;
  const length = mine?.length || media?.seconds || 0;
  const position = mine?.position ?? 0;
  const next = SPEEDS[(SPEEDS.findIndex((known) => known === speed) + 1) % SPEEDS.length] ?? 1;
  return (
    <span className={styles.recording}>
      <PlayButton state={mine?.state ?? "paused"} onPlay={() => player.play(track, tickets)} />
      <span className={styles.middle}>
        {name && <FileName name={name} />}
        <span className={styles.seek}>
          <Waveform loudness={media?.waveform} played={length > 0 ? position / length : 0} />
          <input
            type="range"
            min={0}
            max={Math.max(1, Math.floor(length))}
            step={1}
            value={Math.floor(position)}
            aria-label={t("voice.position")}
            aria-valuetext={t("voice.positionOf", { position: playTime(position), length: playTime(length) })}
            disabled={length === 0}
            onChange={(event) => {
              const to = Number(event.target.value);
              if (mine) player.seek(to);
              else player.play(track, tickets, to);
            }}
          />
        </span>
        {mine?.state === "failed" && (
          <small className={styles.failed} role="alert">
            {t("voice.failed")}
          </small>
        )}
      </span>
      <span className={styles.time}>{length > 0 && playTime(position > 0 ? position : length)}</span>
      <button
        type="button"
        className={styles.speed}
        aria-label={t("voice.speed", { speed: shownNumber(speed) })}
        title={t("voice.speed", { speed: shownNumber(speed) })}
        onClick={() => player.setSpeed(next)}
      >
        {shownNumber(speed)}×
      </button>
    </span>
  );
}

import { Pause, Play } from "lucide-react";
import { useT } from "../../../i18n";
import { Icon } from "../../../ui/Icon";
import styles from "./PlayButton.module.css";
import { type Playing, player } from "./playing";

/** Begins, or pauses. */
export function PlayButton({ state, onPlay }: { state: Playing["state"]; onPlay: () => void }) {
  const t = useT();
  const runs = state === "playing" || state === "loading";
  const label = t(runs ? "voice.pause" : "voice.play");
  return (
    <button
      type="button"
      className={styles.play}
      aria-label={label}
      title={label}
      onClick={() => (runs ? player.pause() : onPlay())}
    >
      <Icon of={runs ? Pause : Play} size={16} />
    </button>
  );
}

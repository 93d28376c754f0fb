import { getRouteApi, Link } from "@tanstack/react-router";
import { X } from "lucide-react";
import { createPortal } from "react-dom";
import { useT } from "../../../i18n";
import { SMALL, useMedia } from "../../../lib/media";
import { playTime } from "../../../lib/time";
import { IconButton } from "../../../ui/IconButton";
import styles from "./NowPlaying.module.css";
import { PlayButton } from "./PlayButton";
import { player, type Playing } from "./playing";
import { useTickets } from "./source";

const route = getRouteApi("/inbox/$view");

/** What goes on being heard while another conversation is on the screen: whose it is, and a way to it. */
export function NowPlaying({ playing, afloat }: { playing: Playing; afloat: boolean }) {
  const t = useT();
  const tickets = useTickets();
  const small = useMedia(SMALL);
  const { view } = route.useParams();
  const { track, state, position, length } = playing;
  // A list alone on the screen has no room of its own for it.
  const floats = afloat && small;
  const bar = (
    <section className={floats ? styles.floating : styles.bar} aria-label={t("voice.nowPlaying")}>
      <PlayButton state={state} onPlay={() => player.play(track, tickets)} />
      <Link to="/inbox/$view" params={{ view }} search={{ c: track.conversationId, m: track.id }}>
        {t("voice.from", { name: track.name })}
      </Link>
      {state === "failed" ? (
        <span role="alert">{t("voice.failed")}</span>
      ) : (
        <span>
          {playTime(position)} / {playTime(length)}
        </span>
      )}
      <IconButton icon={X} label={t("voice.stop")} onPress={() => player.stop()} />
    </section>
  );
  return floats ? createPortal(bar, document.body) : bar;
}

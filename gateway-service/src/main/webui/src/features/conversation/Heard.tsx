import { useEffect } from "react";
import type { Uuid } from "../../api/types";
import { useThread } from "../../live/session";
import type { ThreadSnapshot } from "../../live/threads";
import { part } from "../../ui/part";
import { player } from "./media/playing";
import { usePlaying } from "./media/usePlaying";
import { withMediaTexts } from "./media/texts";

const NowPlaying = part(() =>
  withMediaTexts(() => import("./media/NowPlaying")).then(({ NowPlaying }) => NowPlaying),
);

/** What is listened to, where it is not in sight. What the customer deletes, or may not be seen any more, falls silent. */
export function Heard({ here }: { here: Uuid | null }) {
  const playing = usePlaying();
  const thread = useThread(playing?.track.conversationId ?? "");
  const isTaken = playing !== null && thread !== null && isTakenAway(thread, playing.track.id);
  useEffect(() => {
    if (isTaken) player.stop();
  }, [isTaken]);
  if (!playing || playing.track.conversationId === here) return null;
  return <NowPlaying playing={playing} afloat={here === null} />;
}

const isTakenAway = ({ state, items }: ThreadSnapshot, message: Uuid): boolean =>
  state === "gone" || items.some(({ id, content }) => id === message && content.type === "revoked");

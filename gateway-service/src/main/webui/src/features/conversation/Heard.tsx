import type { Uuid } from "../../api/types";
import { part } from "../../ui/part";
import { usePlaying } from "./media/usePlaying";

const NowPlaying = part(() => import("./media/NowPlaying").then(({ NowPlaying }) => NowPlaying));

/** What is listened to, where it is not in sight. */
export function Heard({ here }: { here: Uuid | null }) {
  const playing = usePlaying();
  if (!playing || playing.track.conversationId === here) return null;
  return <NowPlaying playing={playing} afloat={here === null} />;
}

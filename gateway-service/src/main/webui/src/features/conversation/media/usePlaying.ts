import { useSyncExternalStore } from "react";
import { type Playing, player } from "./playing";

/** What is listened to, if anything. */
export const usePlaying = (): Playing | null => useSyncExternalStore(player.subscribe, player.playing);

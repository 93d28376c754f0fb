import { cx } from "../../../lib/cx";
import styles from "./Waveform.module.css";

const BARS = 40;
const WIDTH = 2;
const STEP = 4;
const HEIGHT = 24;

/** How loud it is from the beginning to the end; what was heard already stands out. A plain line when that is not known. */
export function Waveform({ loudness, played }: { loudness: readonly number[] | undefined; played: number }) {
  const bars = barsOf(loudness);
  return (
    <svg
      className={styles.waveform}
      viewBox={`0 0 ${BARS * STEP} ${HEIGHT}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {bars.map((height, index) => (
        <rect
          key={index}
          className={cx(index < played * BARS && styles.played)}
          x={index * STEP}
          y={(HEIGHT - height) / 2}
          width={loudness?.length ? WIDTH : STEP}
          height={height}
          rx={loudness?.length ? 1 : 0}
        />
      ))}
    </svg>
  );
}

/** The loudest of each part, in so many bars as there is room for. */
function barsOf(loudness: readonly number[] = []): number[] {
  return Array.from({ length: BARS }, (_, bar) => {
    const from = Math.floor((bar * loudness.length) / BARS);
    const to = Math.max(from + 1, Math.floor(((bar + 1) * loudness.length) / BARS));
    const loudest = Math.max(0, ...loudness.slice(from, to));
    return Math.max(2, Math.min(HEIGHT, (loudest / 100) * HEIGHT));
  });
}

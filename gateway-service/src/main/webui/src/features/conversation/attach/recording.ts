/** What is being recorded. */
export interface Recording {
  /** Ends it, and gives what was said. */
  stop: () => Promise<ArrayBuffer>;
  /** Ends it, and forgets it. */
  cancel: () => void;
}

const FORMAT = "audio/webm;codecs=opus";
const TICK = 100;

/**
 * Begins to record what is said before the microphone.
 *
 * @param onHeard told ten times a second for how long it goes on, and how loud it is, from 0 to 1
 */
export async function record(onHeard: (seconds: number, level: number) => void): Promise<Recording> {
  if (!globalThis.MediaRecorder?.isTypeSupported(FORMAT) || !navigator.mediaDevices)
    throw new Error("not to be recorded here");
  const stream = await navigator.mediaDevices.getUserMedia({ audio: { channelCount: 1 } });
  const recorder = new MediaRecorder(stream, { mimeType: FORMAT });
  const pieces: Blob[] = [];
  recorder.ondataavailable = ({ data }) => void pieces.push(data);

  const context = new AudioContext();
  const analyser = context.createAnalyser();
  context.createMediaStreamSource(stream).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  const begun = performance.now();
  const timer = setInterval(() => {
    analyser.getFloatTimeDomainData(samples);
    const loudest = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
    onHeard((performance.now() - begun) / 1_000, Math.min(1, loudest));
  }, TICK);

  const release = () => {
    clearInterval(timer);
    for (const track of stream.getTracks()) track.stop();
    if (context.state !== "closed") void context.close();
  };
  recorder.start();
  return {
    stop: () =>
      new Promise((resolve, reject) => {
        recorder.onstop = () => {
          release();
          new Blob(pieces).arrayBuffer().then(resolve, reject);
        };
        recorder.stop();
      }),
    cancel: () => {
      recorder.onstop = null;
      if (recorder.state !== "inactive") recorder.stop();
      release();
    },
  };
}

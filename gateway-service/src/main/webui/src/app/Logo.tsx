export function Logo({ size = 30 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 28 28" aria-hidden="true">
      <rect width="28" height="28" rx="8" fill="var(--accent-solid)" />
      <path
        d="M8.2 18.6V11a2.4 2.4 0 0 1 2.4-2.4h4.3"
        fill="none"
        stroke="var(--on-accent)"
        strokeWidth="2.2"
        strokeLinecap="round"
        opacity=".55"
      />
      <path
        d="M12.2 12.2h6.2a2 2 0 0 1 2 2v3.4a2 2 0 0 1-2 2h-3.1l-2.6 2v-2h-.5a2 2 0 0 1-2-2v-3.4a2 2 0 0 1 2-2Z"
        fill="var(--on-accent)"
      />
    </svg>
  );
}

import type { LucideIcon } from "lucide-react";

export function Icon({ of: Picture, size = 16 }: { of: LucideIcon; size?: number }) {
  return <Picture size={size} strokeWidth={1.75} aria-hidden="true" />;
}

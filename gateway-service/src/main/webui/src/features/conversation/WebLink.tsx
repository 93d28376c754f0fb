import type { ReactNode } from "react";
import { webLink } from "../../lib/webLink";

/** What somebody wrote as the address of a page: a link only if it is one, else what was written. */
export function WebLink({ written, children }: { written: string; children?: ReactNode }) {
  const url = webLink(written);
  if (!url) return <span dir="auto">{written}</span>;
  return (
    <a href={url.href} target="_blank" rel="noopener noreferrer" title={url.host} dir="auto">
      {children ?? written}
    </a>
  );
}

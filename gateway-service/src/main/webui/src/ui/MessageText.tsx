import { memo, type ReactNode } from "react";
import { formatted, type Piece } from "../lib/formatting";

const node = (piece: Piece, index: number): ReactNode => {
  switch (piece.kind) {
    case "text":
      return piece.text;
    case "link":
      return (
        <a
          key={index}
          href={piece.href}
          target="_blank"
          rel="noopener noreferrer"
          title={new URL(piece.href).host}
        >
          {piece.text}
        </a>
      );
    case "mono":
      return <code key={index}>{piece.text}</code>;
    case "bold":
      return <strong key={index}>{piece.pieces.map(node)}</strong>;
    case "italic":
      return <em key={index}>{piece.pieces.map(node)}</em>;
    case "strike":
      return <s key={index}>{piece.pieces.map(node)}</s>;
  }
};

/** A message's text with WhatsApp's formatting and links, as nodes. */
export const MessageText = memo(function MessageText({ text }: { text: string }) {
  return <>{formatted(text).map(node)}</>;
});

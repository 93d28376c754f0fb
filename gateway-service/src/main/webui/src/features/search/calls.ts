import type { Api } from "../../api/client";

/** What is looked for, and among which messages. */
export interface SearchQuery {
  q: string;
  from?: "customer" | "team";
  has?: "media";
  before?: string;
  phoneNumberId?: string;
  cursor?: string;
}

export const search = (api: Api, query: SearchQuery) =>
  api.ask((http) => http.GET("/api/search", { params: { query } }));

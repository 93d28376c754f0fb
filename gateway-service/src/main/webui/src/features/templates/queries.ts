import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import type { Api } from "../../api/client";
import type { TemplateDraft, TemplateList, TemplateView } from "../../api/types";
import type { Search } from "./routes";

const OF = "/api/numbers/{phoneNumberId}/templates";
/** Nothing tells that the first reading has ended when there are none. */
const SOON = 5_000;

const at = (phoneNumberId: string) => ({ path: { phoneNumberId } });
const one = (phoneNumberId: string, templateId: string) => ({ path: { phoneNumberId, templateId } });

/** The templates of a number, page after page. */
export const templatesQuery = (api: Api, phoneNumberId: string, search: Omit<Search, "number">) =>
  infiniteQueryOptions({
    queryKey: ["numbers", phoneNumberId, "templates", search],
    queryFn: ({ pageParam }): Promise<TemplateList> =>
      api.ask((http) =>
        http.GET(OF, {
          params: { ...at(phoneNumberId), query: { ...search, ...(pageParam ? { cursor: pageParam } : {}) } },
        }),
      ),
    initialPageParam: "",
    getNextPageParam: (last) => last.nextCursor ?? undefined,
    refetchInterval: ({ state: { data } }) =>
      data?.pages.some(({ sync }) => sync.accountKnown && !sync.syncedAt) ? SOON : false,
  });

/** A template in one language. */
export const templateQuery = (api: Api, phoneNumberId: string, templateId: string) =>
  queryOptions({
    queryKey: ["numbers", phoneNumberId, "templates", "one", templateId],
    queryFn: (): Promise<TemplateView> =>
      api.ask((http) => http.GET(`${OF}/{templateId}`, { params: one(phoneNumberId, templateId) })),
  });

/** The conversations in which one was sent last, of those that the operator may see. */
export const usesQuery = (
  api: Api,
  phoneNumberId: string,
  { name, language }: { name: string; language: string },
) =>
  queryOptions({
    queryKey: ["numbers", phoneNumberId, "templates", "uses", name, language],
    queryFn: () =>
      api.ask((http) =>
        http.GET("/api/conversations/template-uses", {
          params: { query: { phoneNumberId, name, language } },
        }),
      ),
  });

/** Has them read from WhatsApp. */
export const readTemplates = (api: Api, phoneNumberId: string) =>
  api.ask((http) => http.POST(`${OF}/sync`, { params: at(phoneNumberId) }));

/** Hands a new one in, or new parts of one. */
export const handIn = (
  api: Api,
  phoneNumberId: string,
  templateId: string | undefined,
  body: TemplateDraft,
) =>
  templateId === undefined
    ? api.ask((http) => http.POST(OF, { params: at(phoneNumberId), body }))
    : api.ask((http) => http.PATCH(`${OF}/{templateId}`, { params: one(phoneNumberId, templateId), body }));

/** Brings WhatsApp a file that shows what will stand above a text or on a card. */
export const bringExample = (api: Api, phoneNumberId: string, file: File) =>
  api.ask((http) =>
    http.POST(`${OF}/examples`, {
      params: at(phoneNumberId),
      headers: { "Content-Type": file.type },
      body: file.name,
      bodySerializer: () => file,
    }),
  );

/** Deletes it in one language. */
export const deleteTemplate = (api: Api, phoneNumberId: string, templateId: string) =>
  api.ask((http) => http.DELETE(`${OF}/{templateId}`, { params: one(phoneNumberId, templateId) }));

/** Deletes it in all languages. */
export const deleteAll = (api: Api, phoneNumberId: string, name: string) =>
  api.ask((http) => http.DELETE(OF, { params: { ...at(phoneNumberId), query: { name } } }));

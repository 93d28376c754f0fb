import type { Api } from "../../api/client";
import type { Uuid } from "../../api/types";

/** What the page knew when it was loaded, as it is now. */
export const configuration = (api: Api) => api.ask((http) => http.GET("/api/config"));

export const numbers = (api: Api) => api.ask((http) => http.GET("/api/numbers"));

export const number = (api: Api, phoneNumberId: string) =>
  api.ask((http) => http.GET("/api/numbers/{phoneNumberId}", { params: { path: { phoneNumberId } } }));

export const numberSync = (api: Api, phoneNumberId: string) =>
  api.ask((http) => http.GET("/api/numbers/{phoneNumberId}/sync", { params: { path: { phoneNumberId } } }));

export const askForSync = (api: Api, phoneNumberId: string, kind: "history" | "contacts") =>
  api.ask((http) =>
    http.POST("/api/numbers/{phoneNumberId}/sync", {
      params: { path: { phoneNumberId } },
      body: { kind },
    }),
  );

export const numberReports = (api: Api, phoneNumberId: string, cursor: string) =>
  api.ask((http) =>
    http.GET("/api/numbers/{phoneNumberId}/reports", {
      params: { path: { phoneNumberId }, query: { cursor } },
    }),
  );

export const reportRaw = (api: Api, reportId: Uuid) =>
  api.ask((http) => http.GET("/api/numbers/reports/{reportId}/raw", { params: { path: { reportId } } }));

export const unrecognised = (api: Api) => api.ask((http) => http.GET("/api/numbers/unrecognised"));

export const unrecognisedParts = (api: Api, query: { field: string; reason: string; cursor: string }) =>
  api.ask((http) => http.GET("/api/numbers/unrecognised/parts", { params: { query } }));

export const unrecognisedRaw = (api: Api, partId: Uuid) =>
  api.ask((http) =>
    http.GET("/api/numbers/unrecognised/parts/{partId}/raw", { params: { path: { partId } } }),
  );

const of = (phoneNumberId: string) => ({ params: { path: { phoneNumberId } } });

/** What WhatsApp knows of it now: it is asked each time. */
export const numberConnection = (api: Api, phoneNumberId: string) =>
  api.ask((http) => http.GET("/api/numbers/{phoneNumberId}/connection", of(phoneNumberId)));

export const numberToken = (api: Api, phoneNumberId: string) =>
  api.ask((http) => http.GET("/api/numbers/{phoneNumberId}/token", of(phoneNumberId)));

export const giveToken = (api: Api, phoneNumberId: string, token: string) =>
  api.ask((http) =>
    http.PUT("/api/numbers/{phoneNumberId}/token", { ...of(phoneNumberId), body: { token } }),
  );

export const forgetToken = (api: Api, phoneNumberId: string) =>
  api.ask((http) => http.DELETE("/api/numbers/{phoneNumberId}/token", of(phoneNumberId)));

import type { Api } from "../../../api/client";
import type { BusinessProfile } from "../../../api/types";

const of = (phoneNumberId: string) => ({ params: { path: { phoneNumberId } } });

/** An empty token stands for the one of the installation. */
const given = (token: string) => (token ? { token } : {});

export const lookUp = (api: Api, accountId: string, token: string) =>
  api.ask((http) => http.POST("/api/numbers/lookup", { body: { accountId, ...given(token) } }));

export const addNumber = (
  api: Api,
  wanted: { phoneNumberId: string; accountId: string; name: string; token: string },
) =>
  api.ask((http) =>
    http.POST("/api/numbers", {
      body: {
        phoneNumberId: wanted.phoneNumberId,
        accountId: wanted.accountId,
        ...(wanted.name ? { name: wanted.name } : {}),
        ...given(wanted.token),
      },
    }),
  );

export const changeNumber = (
  api: Api,
  phoneNumberId: string,
  change: { name?: string; accountId?: string; catalogId?: string },
) => api.ask((http) => http.PATCH("/api/numbers/{phoneNumberId}", { ...of(phoneNumberId), body: change }));

/** Those that are connected to the number's account. */
export const catalogues = (api: Api, phoneNumberId: string) =>
  api.ask((http) => http.GET("/api/numbers/{phoneNumberId}/catalogues", of(phoneNumberId)));

export const removeNumber = (api: Api, phoneNumberId: string) =>
  api.ask((http) => http.DELETE("/api/numbers/{phoneNumberId}", of(phoneNumberId)));

export const setup = (api: Api, phoneNumberId: string) =>
  api.ask((http) => http.GET("/api/numbers/{phoneNumberId}/setup", of(phoneNumberId)));

/** What was undone at WhatsApp counts as undone from then on. */
export const checkSetup = (api: Api, phoneNumberId: string) =>
  api.ask((http) => http.POST("/api/numbers/{phoneNumberId}/setup/check", of(phoneNumberId)));

export const subscribe = (api: Api, phoneNumberId: string) =>
  api.ask((http) => http.POST("/api/numbers/{phoneNumberId}/setup/subscription", of(phoneNumberId)));

export const register = (api: Api, phoneNumberId: string, pin: string) =>
  api.ask((http) =>
    http.POST("/api/numbers/{phoneNumberId}/setup/registration", { ...of(phoneNumberId), body: { pin } }),
  );

export const sendTest = (api: Api, phoneNumberId: string, to: string) =>
  api.ask((http) =>
    http.POST("/api/numbers/{phoneNumberId}/setup/test-message", { ...of(phoneNumberId), body: { to } }),
  );

export const setPin = (api: Api, phoneNumberId: string, pin: string) =>
  api.ask((http) => http.PUT("/api/numbers/{phoneNumberId}/pin", { ...of(phoneNumberId), body: { pin } }));

export const changePicture = (api: Api, phoneNumberId: string, file: File) =>
  api.ask((http) =>
    http.PUT("/api/numbers/{phoneNumberId}/profile/picture", {
      ...of(phoneNumberId),
      headers: { "Content-Type": file.type },
      body: file.name,
      bodySerializer: () => file,
    }),
  );

/** What is entered at Meta. */
export const callback = (api: Api) => api.ask((http) => http.GET("/api/webhook"));

export const profile = (api: Api, phoneNumberId: string) =>
  api.ask((http) => http.GET("/api/numbers/{phoneNumberId}/profile", of(phoneNumberId)));

export const changeProfile = (api: Api, phoneNumberId: string, body: BusinessProfile) =>
  api.ask((http) => http.PATCH("/api/numbers/{phoneNumberId}/profile", { ...of(phoneNumberId), body }));

export const qrCodes = (api: Api, phoneNumberId: string) =>
  api.ask((http) => http.GET("/api/numbers/{phoneNumberId}/qr-codes", of(phoneNumberId)));

/** @param code of the one that is changed; missing when it is to be a new one */
export const writeQrCode = (api: Api, phoneNumberId: string, message: string, code?: string) =>
  api.ask((http) =>
    code === undefined
      ? http.POST("/api/numbers/{phoneNumberId}/qr-codes", { ...of(phoneNumberId), body: { message } })
      : http.PATCH("/api/numbers/{phoneNumberId}/qr-codes/{code}", {
          params: { path: { phoneNumberId, code } },
          body: { message },
        }),
  );

export const deleteQrCode = (api: Api, phoneNumberId: string, code: string) =>
  api.ask((http) =>
    http.DELETE("/api/numbers/{phoneNumberId}/qr-codes/{code}", {
      params: { path: { phoneNumberId, code } },
    }),
  );

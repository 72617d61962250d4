export { bodyLimit } from './body-limit.ts';
export type { HttpEnv } from './http-env.ts';
export { knownUpload, readUpload, type Upload } from './read-upload.ts';
export { requestLog } from './request-log.ts';
export { sameOrigin } from './same-origin.ts';
export { type SecurityHeaders, securityHeaders } from './security-headers.ts';
export { type ServedAsset, serveAssets } from './serve-assets.ts';
export { storedFile } from './stored-file.ts';

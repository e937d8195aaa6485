/**
 * Tencent Cloud's first signature, HmacSHA1 or HmacSHA256 over the sorted parameters: API 3.0 (documents, lines 688-827)
 * and the 2017 API (8085-8253).
 */
import { createHmac } from 'node:crypto';

type V1Method = 'HmacSHA1' | 'HmacSHA256';

interface V1Request {
  readonly httpMethod: 'GET' | 'POST';
  /** Value of the Host header, as it is sent. */
  readonly host: string;
  /** "/" for API 3.0, "/v2/index.php" for 2017. */
  readonly path: string;
  /** Every parameter but Signature, not URL-encoded. */
  readonly params: Readonly<Record<string, string>>;
  readonly method: V1Method;
  readonly secretKey: string;
  /** The 2017 generation signs "." where a parameter's name has "_" (8163). */
  readonly underscoreAsDot: boolean;
}

/** Names in the order of their bytes, which is what the documents' "dictionary order" means for these ASCII names. */
const byName = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The text that is signed: method, host, path and the sorted raw parameters (754-769, 8176-8218). */
export function v1StringToSign(request: Omit<V1Request, 'method' | 'secretKey'>): string {
  const pairs = Object.keys(request.params)
    .sort(byName)
    .map((name) => `${request.underscoreAsDot ? name.replaceAll('_', '.') : name}=${request.params[name]}`);
  return `${request.httpMethod}${request.host}${request.path}?${pairs.join('&')}`;
}

/** The signature in Base64, before any URL-encoding. */
export function signV1(request: V1Request): string {
  const hash = request.method === 'HmacSHA256' ? 'sha256' : 'sha1';
  return createHmac(hash, request.secretKey).update(v1StringToSign(request)).digest('base64');
}

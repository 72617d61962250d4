// What proves who is there, and what tells a request sent again.
export {
  type IdentityProof,
  type ProofDocument,
  proofDocuments,
  type ProofWay,
  proofWays,
  proofWaysOf,
} from './identity-proof.ts';
export {
  claimRequest,
  forgetRequest,
  type RequestKey,
  requestKey,
  settleRequest,
} from './request-key.ts';

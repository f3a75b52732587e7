import { each } from './each.ts';
import type { AttributeSpec, CallSpec, LibrarySpec } from './types.ts';

const FRESH = { fresh: true } as const satisfies AttributeSpec;
const PURE = {} as const satisfies CallSpec;
const INT = { returns: 'int' } as const satisfies CallSpec;
const SETS_OPTIONS = { reads: ['options'], writes: ['options'] } as const satisfies CallSpec;
const SEEDS = { reads: ['random.torch'], writes: ['random.torch'] } as const satisfies CallSpec;
const DRAWS = {
  reads: ['random.torch'],
  writes: ['random.torch'],
  mutates: [':generator', ':out'],
  returns: 'torch.Tensor',
} as const satisfies CallSpec;
const MAKES = { returns: 'torch.Tensor', mutates: [':out'], aliases: [':out'] } as const satisfies CallSpec;
/** What is computed from tensors remembers them: `backward` writes to `grad` of all that it was computed from. */
const COMPUTES = {
  returns: 'torch.Tensor',
  mutates: [':out'],
  holds: [{ by: 'return', value: '*' }],
} as const satisfies CallSpec;
const COMPUTES_SEVERAL = {
  mutates: [':out'],
  aliases: ['*'],
} as const satisfies CallSpec;
const VIEWS = { returns: 'torch.Tensor', aliases: ['*'] } as const satisfies CallSpec;
const SELF_COMPUTES = {
  returns: 'torch.Tensor',
  holds: [
    { by: 'return', value: 'self' },
    { by: 'return', value: '*' },
  ],
} as const satisfies CallSpec;
const SELF_COMPUTES_SEVERAL = { aliases: ['self', '*'] } as const satisfies CallSpec;
const SELF_VIEWS = { aliases: ['self'], returns: 'torch.Tensor' } as const satisfies CallSpec;
const CHANGES_SELF = {
  aliases: ['self'],
  mutates: ['self'],
  holds: [{ by: 'self', value: '*' }],
} as const satisfies CallSpec;

/** Tensors and their automatic differentiation; modules and optimizers are not listed, so that they may change all they reach. */
export const torch = {
  module: 'torch',
  distribution: 'torch',
  url: 'https://pytorch.org/docs/stable/',
  functions: {
    ...each(SEEDS, 'manual_seed cuda.manual_seed cuda.manual_seed_all random.manual_seed seed'),
    ...each(
      DRAWS,
      `
        rand randn randint randperm normal bernoulli multinomial rand_like randn_like randint_like
      `,
    ),
    ...each(
      SETS_OPTIONS,
      `
        set_default_dtype set_num_threads set_printoptions use_deterministic_algorithms set_default_device
        set_grad_enabled
      `,
    ),
    ...each(MAKES, 'zeros ones full empty eye arange linspace tensor zeros_like ones_like full_like argmax'),
    ...each(VIEWS, 'from_numpy as_tensor reshape squeeze unsqueeze transpose permute flatten t'),
    ...each(
      COMPUTES,
      `
        cat stack exp log sqrt abs matmul mm bmm mean sum sigmoid tanh relu softmax where clamp
      `,
    ),
    max: COMPUTES_SEVERAL,
    min: COMPUTES_SEVERAL,
    save: { writesFile: '1:f' },
    load: { readsFile: '0:f' },
    'cuda.is_available': { reads: ['process'], returns: 'bool' },
  },
  classes: {
    device: { immutable: true, constructor: PURE },
    Tensor: {
      constructor: { holds: [{ by: 'return', value: '*' }] },
      operator: { returns: 'torch.Tensor', aliases: ['self', '*'] },
      methods: {
        ...each(
          SELF_VIEWS,
          `
            view reshape squeeze unsqueeze transpose permute flatten detach cpu cuda to float long int double
            half contiguous expand t
          `,
        ),
        numpy: { aliases: ['self'] },
        size: { aliases: ['self'] },
        ...each(SELF_COMPUTES, 'clone sum mean abs exp log sqrt matmul mm std var'),
        max: SELF_COMPUTES_SEVERAL,
        min: SELF_COMPUTES_SEVERAL,
        ...each({ returns: 'torch.Tensor' }, 'argmax eq ne gt lt'),
        item: PURE,
        tolist: PURE,
        dim: INT,
        numel: INT,
        nelement: INT,
        backward: { mutates: ['self', '*'], returns: 'builtins.NoneType' },
        ...each(CHANGES_SELF, 'add_ mul_ sub_ div_ zero_ fill_ clamp_ copy_ requires_grad_'),
      },
    },
  },
  attributes: {
    ...each(FRESH, 'float32 float64 long int64 int32 bool float16 bfloat16 __version__'),
  },
} as const satisfies LibrarySpec;

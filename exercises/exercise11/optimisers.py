"""Exercise 11: optimisers.

Replace each ``raise NotImplementedError`` with your code. README.md explains the tasks in the
same order. Five things hold for every optimiser here:

* ``params`` and ``grads`` are dicts with the same keys, any names, perhaps in another order. Under
  each key are float64 arrays of the same shape, with at least one axis. Every call of one
  optimiser has the same keys and shapes.
* ``update`` changes the arrays in ``params`` themselves: ``params[key] -= …``. It returns nothing
  and leaves ``grads`` as it is.
* All operations go entry by entry. Whatever an optimiser remembers starts at 0, is kept for each
  key on its own, and belongs to this one optimiser.
* ``lr`` stays an attribute of that name. It may be changed between two calls, also to 0, and the
  next ``update`` uses the new value.
* ``__init__`` keeps its settings already. Add what your optimiser has to remember.
"""

import numpy as np  # noqa: F401 - for your code


class SGD:
    """Gradient descent: a step against the gradient.

    Parameters
    ----------
    lr : float
        The learning rate.

    Examples
    --------
    >>> params = {"W": np.array([1.0, 2.0])}
    >>> SGD(0.5).update(params, {"W": np.array([1.0, -1.0])})
    >>> params["W"]
    array([0.5, 2.5])
    """

    def __init__(self, lr):
        self.lr = lr

    def update(self, params, grads):
        """Take one step with every parameter, in place: ``p ← p - lr · g``.

        Parameters
        ----------
        params : dict of ndarray of float64
            The parameters. The arrays themselves change.
        grads : dict of ndarray of float64
            The gradients, under the same keys and in the same shapes. They stay as they are.
        """
        raise NotImplementedError("Task 1: change every array of params by -lr times its gradient")


class Momentum:
    """Gradient descent with a velocity ``v``, 0 at the start.

    Parameters
    ----------
    lr : float
        The learning rate.
    momentum : float, default 0.9
        The share of the velocity that is left after a step, from 0 to below 1.

    Examples
    --------
    >>> params, optimiser = {"w": np.array([1.0])}, Momentum(0.1)
    >>> for _ in range(3):
    ...     optimiser.update(params, {"w": np.array([1.0])})
    ...     print(params["w"].round(6))
    [0.9]
    [0.71]
    [0.439]
    """

    def __init__(self, lr, momentum=0.9):
        self.lr = lr
        self.momentum = momentum

    def update(self, params, grads):
        """Take one step: first ``v ← momentum · v + lr · g``, then ``p ← p - v``, in place.

        The learning rate is inside the velocity: a new ``lr`` counts for what is added from then
        on, not for what ``v`` has gathered before.

        Parameters
        ----------
        params, grads : dict of ndarray of float64
            As in `SGD.update`.
        """
        raise NotImplementedError("Task 2: renew the velocity of every key, then subtract it")


class AdaGrad:
    """Gradient descent with a sum of squares ``h``, 0 at the start.

    Parameters
    ----------
    lr : float
        The learning rate.
    eps : float, default 1e-7
        Added to the root of ``h``, from 0 on. (Where it is 0, no gradient is 0.)

    Examples
    --------
    >>> params, optimiser = {"w": np.array([1.0])}, AdaGrad(0.1)
    >>> for _ in range(3):
    ...     optimiser.update(params, {"w": np.array([1.0])})
    ...     print(params["w"].round(4))
    [0.9]
    [0.8293]
    [0.7716]
    """

    def __init__(self, lr, eps=1e-7):
        self.lr = lr
        self.eps = eps

    def update(self, params, grads):
        """Take one step: first ``h ← h + g²``, then ``p ← p - lr · g / (√h + eps)``, in place.

        Parameters
        ----------
        params, grads : dict of ndarray of float64
            As in `SGD.update`. A gradient may be 0.
        """
        raise NotImplementedError("Task 3: add the squares to h, then step by lr · g / (√h + eps)")


class RMSprop:
    """Gradient descent with a moving mean of squares ``h``, 0 at the start.

    Parameters
    ----------
    lr : float
        The learning rate.
    rho : float, default 0.9
        The share of the old mean in the new one, from 0 to below 1.
    eps : float, default 1e-7
        Added to the root of ``h``, from 0 on. (Where it is 0, no gradient is 0.)

    Examples
    --------
    >>> params, optimiser = {"w": np.array([1.0])}, RMSprop(0.1)
    >>> for _ in range(3):
    ...     optimiser.update(params, {"w": np.array([1.0])})
    ...     print(params["w"].round(4))
    [0.6838]
    [0.4544]
    [0.2623]
    """

    def __init__(self, lr, rho=0.9, eps=1e-7):
        self.lr = lr
        self.rho = rho
        self.eps = eps

    def update(self, params, grads):
        """Take one step, in place.

        First ``h ← rho · h + (1 - rho) · g²``, then ``p ← p - lr · g / (√h + eps)``.

        Parameters
        ----------
        params, grads : dict of ndarray of float64
            As in `SGD.update`. A gradient may be 0.
        """
        raise NotImplementedError("Task 4: renew the mean h, then step by lr · g / (√h + eps)")


class Adam:
    """Moving means ``m`` of the gradient and ``v`` of its square, 0 at the start, corrected for it.

    Parameters
    ----------
    lr : float, default 0.001
        The learning rate.
    beta1 : float, default 0.9
        The share of the old ``m`` in the new one, from 0 to below 1.
    beta2 : float, default 0.999
        The share of the old ``v`` in the new one, from 0 to below 1.
    eps : float, default 1e-7
        Added to ``√v``, before the correction; from 0 on. (Where it is 0, no gradient is 0.)

    Examples
    --------
    >>> params, optimiser = {"w": np.array([1.0])}, Adam(0.1)
    >>> for _ in range(3):
    ...     optimiser.update(params, {"w": np.array([1.0])})
    ...     print(params["w"].round(4))
    [0.9]
    [0.8]
    [0.7]
    """

    def __init__(self, lr=0.001, beta1=0.9, beta2=0.999, eps=1e-7):
        self.lr = lr
        self.beta1 = beta1
        self.beta2 = beta2
        self.eps = eps

    def update(self, params, grads):
        """Take one step, in place.

        In this order, with ``t`` the number of calls of `update` so far, this one included (1 in
        the first call, the same for all keys)::

            m ← beta1 · m + (1 - beta1) · g
            v ← beta2 · v + (1 - beta2) · g²
            p ← p - lr · √(1 - beta2ᵗ) / (1 - beta1ᵗ) · m / (√v + eps)

        Parameters
        ----------
        params, grads : dict of ndarray of float64
            As in `SGD.update`. A gradient may be 0.
        """
        raise NotImplementedError("Task 5: renew m and v, then step by the formula with √v + eps")


def minibatches(n, batch_size, rng):
    """Return the rows of one epoch, in random order, cut into batches.

    Parameters
    ----------
    n : int
        The number of rows, 1 or more.
    batch_size : int
        The number of rows of a batch, 1 or more. It may be larger than `n`.
    rng : numpy.random.Generator
        Where all randomness comes from. Use no other, and make none: the same state of `rng` gives
        the same batches, and the next call with the same `rng` gives others.

    Returns
    -------
    list of ndarray of int64, each of shape (rows of the batch,)
        Every row 0 … n - 1 is in exactly one batch, and chance decides which rows come together.
        Every batch has `batch_size` rows; only the last has fewer, where `batch_size` does not
        divide `n`. No batch is empty.

    Examples
    --------
    >>> [len(batch) for batch in minibatches(10, 4, np.random.default_rng(0))]
    [4, 4, 2]
    """
    raise NotImplementedError("Task 6: shuffle the rows 0 … n - 1 once, and cut them into batches")

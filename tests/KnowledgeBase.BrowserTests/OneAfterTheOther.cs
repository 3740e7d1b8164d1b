// A save checks all content and keeps two cores busy for seconds: a journey beside it waited longer than a reader ever would.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

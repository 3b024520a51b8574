insert into nightly select $document where not exists (select 1 from nightly)

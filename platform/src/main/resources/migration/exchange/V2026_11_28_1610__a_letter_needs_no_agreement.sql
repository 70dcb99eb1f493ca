-- Where the agreement has ended, an office may still ask by an official letter.
alter table exchange.enquiry alter column agreement drop not null;
comment on column exchange.enquiry.agreement is '所凭协议；用公函询问的为空';
